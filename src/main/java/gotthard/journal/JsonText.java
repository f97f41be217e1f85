package gotthard.journal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// [Json] as bytes and back: UTF-8, no white space, keys in their order, so that equal values have
/// equal bytes.
final class JsonText {
    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxStringLength(Integer.MAX_VALUE)
                                    .build())
                    .build();

    private JsonText() {}

    static byte[] bytes(Json value) {
        var bytes = new ByteArrayOutputStream();
        try (JsonGenerator generator = FACTORY.createGenerator(bytes)) {
            write(value, generator);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// @throws Unreadable when the bytes are no object of this kind
    static Json.Members members(byte[] bytes) {
        try (JsonParser parser = FACTORY.createParser(bytes)) {
            parser.nextToken();
            if (!(read(parser) instanceof Json.Members members)) {
                throw new Unreadable("it is no JSON object");
            }
            if (parser.nextToken() != null) {
                throw new Unreadable("something follows the JSON object");
            }
            return members;
        } catch (IOException e) {
            throw new Unreadable("it is no JSON");
        }
    }

    private static void write(Json value, JsonGenerator generator) throws IOException {
        switch (value) {
            case Json.Whole(long number) -> generator.writeNumber(number);
            case Json.Text(String text) -> generator.writeString(wellFormed(text));
            case Json.Items(List<Json> items) -> {
                generator.writeStartArray();
                for (Json item : items) {
                    write(item, generator);
                }
                generator.writeEndArray();
            }
            case Json.Members(SequencedMap<String, Json> members) -> {
                generator.writeStartObject();
                for (Map.Entry<String, Json> member : members.entrySet()) {
                    generator.writeFieldName(member.getKey());
                    write(member.getValue(), generator);
                }
                generator.writeEndObject();
            }
        }
    }

    /// UTF-8 has no half of a surrogate pair; a question mark takes its place.
    private static String wellFormed(String text) {
        boolean plain = text.chars().noneMatch(unit -> Character.isSurrogate((char) unit));
        return plain
                ? text
                : new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static Json read(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NUMBER_INT) {
            return new Json.Whole(parser.getLongValue());
        }
        if (token == JsonToken.VALUE_STRING) {
            return new Json.Text(parser.getText());
        }
        if (token == JsonToken.START_ARRAY) {
            List<Json> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(read(parser));
            }
            return new Json.Items(items);
        }
        if (token == JsonToken.START_OBJECT) {
            SequencedMap<String, Json> members = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String key = parser.currentName();
                parser.nextToken();
                members.put(key, read(parser));
            }
            return new Json.Members(members);
        }
        throw new Unreadable("it has something else than integers, strings, arrays and objects");
    }
}
