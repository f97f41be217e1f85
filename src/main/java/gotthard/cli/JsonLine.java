package gotthard.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/// One line of JSON output: `{"gotthard":"cli/v1","type":"problem",…}`, keys in the order in which they were put.
///
/// What a key means never changes under `cli/v1`; keys may be added.
final class JsonLine {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final String VERSION = "cli/v1";

    private interface Part {
        void write(JsonGenerator json) throws IOException;
    }

    private final List<Part> parts = new ArrayList<>();

    private JsonLine() {}

    static JsonLine of(String type) {
        return new JsonLine().put("gotthard", VERSION).put("type", type);
    }

    JsonLine put(String key, String value) {
        parts.add(json -> json.writeStringField(key, value));
        return this;
    }

    JsonLine put(String key, long value) {
        parts.add(json -> json.writeNumberField(key, value));
        return this;
    }

    JsonLine put(String key, boolean value) {
        parts.add(json -> json.writeBooleanField(key, value));
        return this;
    }

    JsonLine put(String key, List<String> values) {
        parts.add(
                json -> {
                    json.writeArrayFieldStart(key);
                    for (String value : values) {
                        json.writeString(value);
                    }
                    json.writeEndArray();
                });
        return this;
    }

    /// The line, without a line break.
    String text() {
        var text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            for (Part part : parts) {
                part.write(json);
            }
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }
}
