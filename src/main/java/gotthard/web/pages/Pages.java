package gotthard.web.pages;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import gotthard.graph.StepId;
import gotthard.overview.Overview;
import gotthard.overview.ProgrammeOverview;
import gotthard.overview.StepRow;
import gotthard.overview.StepStory;
import gotthard.page.Html;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Set;

/// Each page of the dashboard as a text.
public final class Pages {
    private static final JsonFactory FACTORY = new JsonFactory();

    private Pages() {}

    /// All runs together.
    public static String home(ProgrammeOverview all) {
        return document(all.runs().size() + " runs");
    }

    /// One run.
    ///
    /// @param seq the journal's entry up to which it is told
    public static String run(Overview run, long seq) {
        return document(run.run().title() + " as of " + seq);
    }

    /// What of the page of a run has changed, as a JSON object: the id of an element, and its HTML.
    ///
    /// @param touched the steps whose rows are wanted; the parts that sum up are always there
    public static String parts(Overview run, Set<StepId> touched) {
        var text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            for (StepRow row : run.steps()) {
                if (touched.contains(row.id())) {
                    json.writeStringField(row.id().value(), row.stage().word());
                }
            }
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    /// One step, and what happened to it.
    public static String step(Overview run, StepStory story) {
        return document(story.step() + " of " + run.run().id());
    }

    /// Where a token is asked for.
    ///
    /// @param trouble why it is asked for again; may be empty
    public static String signIn(String trouble) {
        return document("Sign in " + trouble);
    }

    private static String document(String title) {
        var html = Html.page();
        html.open("html", "lang", "en").open("head").element("title", title).close();
        return html.open("body").element("h1", title).close().close().document();
    }
}
