package gotthard.preview;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// The members of a JSON object that was written by this tool. What is not as expected is [Torn].
final class Fields {
    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxStringLength(Integer.MAX_VALUE)
                                    .build())
                    .build();

    private final Map<String, Object> members;

    private Fields(Map<String, Object> members) {
        this.members = members;
    }

    /// That something is missing or is not what it should be.
    static final class Torn extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String what;

        Torn(String what) {
            super(what);
            this.what = what;
        }

        String what() {
            return what;
        }
    }

    static Fields of(byte[] bytes) {
        try (JsonParser parser = FACTORY.createParser(bytes)) {
            parser.nextToken();
            return members(value(parser), "the file");
        } catch (IOException _) {
            throw new Torn("it is no whole JSON");
        }
    }

    boolean has(String key) {
        return members.containsKey(key);
    }

    String text(String key) {
        return text(members.get(key), key);
    }

    int number(String key) {
        if (members.get(key) instanceof Integer number) {
            return number;
        }
        throw new Torn("it has no number \"" + key + "\"");
    }

    <E extends Enum<E>> E choice(String key, Class<E> type) {
        String name = text(key);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        throw new Torn("\"" + key + "\" is \"" + name + "\"");
    }

    Fields within(String key) {
        return members(members.get(key), key);
    }

    List<String> texts(String key) {
        return items(key).stream().map(item -> text(item, key)).toList();
    }

    <T> List<T> each(String key, Function<Fields, T> how) {
        return items(key).stream().map(item -> how.apply(members(item, key))).toList();
    }

    private List<?> items(String key) {
        if (members.get(key) instanceof List<?> items) {
            return items;
        }
        throw new Torn("it has no list \"" + key + "\"");
    }

    private static String text(@org.jspecify.annotations.Nullable Object value, String key) {
        if (value instanceof String text) {
            return text;
        }
        throw new Torn("it has no text \"" + key + "\"");
    }

    private static Fields members(@org.jspecify.annotations.Nullable Object value, String key) {
        if (value instanceof Fields fields) {
            return fields;
        }
        throw new Torn("it has no object \"" + key + "\"");
    }

    private static Object value(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NUMBER_INT) {
            return parser.getIntValue();
        }
        if (token == JsonToken.VALUE_STRING) {
            return parser.getText();
        }
        if (token == JsonToken.START_ARRAY) {
            List<Object> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(value(parser));
            }
            return items;
        }
        if (token == JsonToken.START_OBJECT) {
            Map<String, Object> members = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String key = parser.currentName();
                parser.nextToken();
                members.put(key, value(parser));
            }
            return new Fields(members);
        }
        throw new Torn("it has something that is never written there");
    }
}
