package gotthard.preview;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import gotthard.action.Prediction;
import gotthard.graph.StepId;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// A saved plan as the bytes of a file, and back.
///
/// The file is one line of canonical JSON (UTF-8, no white space, members in a fixed order, strings, integers, arrays and objects only):
/// `{"savedPlan":"gotthard/saved-plan/v1","digest":"…","content":{…}}`. The digest is SHA-256 over the bytes of `content`, from
/// its `{` to its `}`, in hexadecimal. A file that is not byte for byte what this writes is damaged.
public final class SavedPlanText {
    private static final String FORMAT = "gotthard/saved-plan/v1";
    private static final String START = "{\"savedPlan\":\"";
    private static final JsonFactory FACTORY = new JsonFactory();

    private SavedPlanText() {}

    /// What a file was found to be.
    public sealed interface Reading {
        /// It is as it was written.
        ///
        /// @param digest in hexadecimal
        record Read(SavedPlan plan, String digest) implements Reading {}

        /// It was written by another version of this tool.
        record OtherFormat(String format) implements Reading {}

        /// It is not what was written.
        record Damaged(String why) implements Reading {}
    }

    /// Whether these bytes are meant to be a saved plan. A plan in YAML never begins so.
    public static boolean isOne(byte[] file) {
        byte[] start = START.getBytes(StandardCharsets.UTF_8);
        return file.length > start.length
                && Arrays.equals(Arrays.copyOf(file, start.length), start);
    }

    /// The bytes of the file.
    public static byte[] bytes(SavedPlan plan) {
        byte[] content = content(plan);
        var file = new ByteArrayOutputStream();
        file.writeBytes(
                (START + FORMAT + "\",\"digest\":\"" + sha256(content) + "\",\"content\":")
                        .getBytes(StandardCharsets.UTF_8));
        file.writeBytes(content);
        file.writeBytes("}\n".getBytes(StandardCharsets.UTF_8));
        return file.toByteArray();
    }

    /// The digest that names the plan, in hexadecimal.
    public static String digest(SavedPlan plan) {
        return sha256(content(plan));
    }

    /// The plan of a file for which [#isOne] holds.
    public static Reading read(byte[] file) {
        try {
            Fields whole = Fields.of(file);
            if (!whole.text("savedPlan").equals(FORMAT)) {
                return new Reading.OtherFormat(whole.text("savedPlan"));
            }
            SavedPlan plan = SavedPlanReading.plan(whole.within("content"));
            String digest = digest(plan);
            if (!digest.equals(whole.text("digest"))) {
                return new Reading.Damaged("its digest does not fit what it says");
            }
            return Arrays.equals(bytes(plan), file)
                    ? new Reading.Read(plan, digest)
                    : new Reading.Damaged("it is not byte for byte what was written");
        } catch (Fields.Torn torn) {
            return new Reading.Damaged(torn.what());
        }
    }

    private static byte[] content(SavedPlan plan) {
        var bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("tool", plan.made().toolVersion());
            json.writeStringField("madeBy", plan.made().by());
            json.writeStringField("madeAt", plan.made().at().toString());
            json.writeStringField("expires", plan.made().expires().toString());
            json.writeStringField("plan", plan.plan().value());
            json.writeStringField("planSource", plan.planSource());
            json.writeStringField("inventorySource", plan.inventorySource());
            json.writeArrayFieldStart("documents");
            for (Map.Entry<String, String> document : plan.documents().entrySet()) {
                json.writeStartObject();
                json.writeStringField("name", document.getKey());
                json.writeStringField("text", document.getValue());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("steps");
            for (SavedPlan.Item step : plan.steps()) {
                step(json, step);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void step(JsonGenerator json, SavedPlan.Item step) throws IOException {
        json.writeStartObject();
        json.writeStringField("step", step.step().value());
        json.writeStringField("kind", step.kind());
        json.writeNumberField("version", step.version());
        texts(json, "needs", step.needs().stream().sorted().map(StepId::value).toList());
        json.writeStringField("inputs", step.inputs());
        if (step.prediction().isPresent()) {
            json.writeObjectFieldStart("prediction");
            prediction(json, step.prediction().get());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void prediction(JsonGenerator json, Prediction prediction) throws IOException {
        switch (prediction) {
            case Prediction.Nothing(var why) -> {
                json.writeStringField("is", "nothing");
                json.writeStringField("why", why);
            }
            case Prediction.Obstacle(var failure) ->
                    throw new IllegalArgumentException(
                            "a plan that would fail is not saved: " + failure);
            case Prediction.Changes(var certainty, var changes) -> {
                json.writeStringField("is", "changes");
                json.writeStringField("certainty", certainty.name());
                json.writeArrayFieldStart("changes");
                for (Prediction.Change change : changes) {
                    change(json, change);
                }
                json.writeEndArray();
            }
        }
    }

    private static void change(JsonGenerator json, Prediction.Change change) throws IOException {
        json.writeStartObject();
        json.writeStringField("sign", change.sign().name());
        json.writeStringField("site", change.thing().where().site().value());
        json.writeStringField("endpoint", change.thing().where().local());
        json.writeStringField("thing", change.thing().path());
        json.writeStringField("summary", change.summary());
        texts(json, "details", change.details());
        json.writeEndObject();
    }

    private static void texts(JsonGenerator json, String name, Collection<String> texts)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : List.copyOf(texts)) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
