package gotthard.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/// Writes JSON, streamed, keys in the order in which they are given; what is not known is left out.
public final class JsonWriting {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonGenerator generator;

    private JsonWriting(JsonGenerator generator) {
        this.generator = generator;
    }

    /// Something that may fail because of the writer below.
    private interface Writing {
        void write() throws IOException;
    }

    /// An object as a text: on one line, or indented.
    public static String object(boolean indented, Consumer<JsonWriting> fields) {
        var text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(text)) {
            if (indented) {
                generator.useDefaultPrettyPrinter();
            }
            generator.writeStartObject();
            fields.accept(new JsonWriting(generator));
            generator.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    public void text(String key, String value) {
        writing(() -> generator.writeStringField(key, value));
    }

    public void text(String key, Optional<String> value) {
        value.ifPresent(known -> text(key, known));
    }

    public void number(String key, long value) {
        writing(() -> generator.writeNumberField(key, value));
    }

    public void number(String key, OptionalInt value) {
        value.ifPresent(known -> number(key, known));
    }

    public void truth(String key, boolean value) {
        writing(() -> generator.writeBooleanField(key, value));
    }

    /// As ISO 8601, in UTC.
    public void moment(String key, Optional<Instant> value) {
        value.ifPresent(known -> text(key, known.toString()));
    }

    /// In milliseconds.
    void millis(String key, Optional<Duration> value) {
        value.ifPresent(known -> number(key, known.toMillis()));
    }

    public void object(String key, Runnable fields) {
        writing(() -> generator.writeObjectFieldStart(key));
        fields.run();
        writing(generator::writeEndObject);
    }

    public <T> void objects(String key, Collection<T> items, Consumer<T> fields) {
        writing(() -> generator.writeArrayFieldStart(key));
        for (T item : items) {
            writing(generator::writeStartObject);
            fields.accept(item);
            writing(generator::writeEndObject);
        }
        writing(generator::writeEndArray);
    }

    public void texts(String key, Collection<String> items) {
        writing(() -> generator.writeArrayFieldStart(key));
        items.forEach(item -> writing(() -> generator.writeString(item)));
        writing(generator::writeEndArray);
    }

    private static void writing(Writing writing) {
        try {
            writing.write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
