package gotthard.web.pages;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import gotthard.graph.StepId;
import gotthard.overview.Overview;
import gotthard.overview.ProgrammeOverview;
import gotthard.overview.StepStory;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Each page of the dashboard as a text. All of them are whole without a script; with it, they follow what happens.
public final class Pages {
    private static final JsonFactory FACTORY = new JsonFactory();

    /// The modules of the pages' script, beside this class; the first brings the others.
    public static final List<String> SCRIPTS = List.of("app.js", "live.js", "parts.js", "steps.js");

    private Pages() {}

    /// All runs together.
    ///
    /// @param place the id of the event up to which they are told
    public static String home(ProgrammeOverview all, String place) {
        return new HomePage(all, place).write();
    }

    /// One run.
    ///
    /// @param seq the journal's entry up to which it is told
    public static String run(Overview run, long seq) {
        return new RunPage(run).write(seq);
    }

    /// What of the page of a run has changed, as a JSON object: the id of an element, and its HTML.
    ///
    /// @param touched the steps whose rows are wanted; the parts that sum up are always there
    public static String parts(Overview run, Set<StepId> touched) {
        var text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            for (Map.Entry<String, String> part : new RunPage(run).parts(touched).entrySet()) {
                json.writeStringField(part.getKey(), part.getValue());
            }
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    /// One step, and what happened to it.
    public static String step(Overview run, StepStory story) {
        return new StepPage(run, story).write();
    }

    /// Where a token is asked for.
    ///
    /// @param trouble why it is asked for again; may be empty
    public static String signIn(String trouble) {
        return SignInPage.write(trouble);
    }
}
