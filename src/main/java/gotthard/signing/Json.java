package gotthard.signing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// The JSON of statements and envelopes: objects, arrays and strings. Written without spaces, members in their order.
sealed interface Json {
    record Text(String text) implements Json {}

    record Items(List<Json> items) implements Json {
        public Items {
            items = List.copyOf(items);
        }
    }

    record Members(SequencedMap<String, Json> members) implements Json {
        static Members empty() {
            return new Members(new LinkedHashMap<>());
        }

        Members with(String name, Json value) {
            members.put(name, value);
            return this;
        }

        Members with(String name, String text) {
            return with(name, new Text(text));
        }

        Json get(String name) {
            Json value = members.get(name);
            if (value == null) {
                throw new Malformed("it has no \"" + name + "\"");
            }
            return value;
        }

        String text(String name) {
            if (get(name) instanceof Text(var text)) {
                return text;
            }
            throw new Malformed("its \"" + name + "\" is no text");
        }

        Members object(String name) {
            if (get(name) instanceof Members object) {
                return object;
            }
            throw new Malformed("its \"" + name + "\" is no object");
        }

        /// The one object in an array.
        Members only(String name) {
            if (get(name) instanceof Items(var items)
                    && items.size() == 1
                    && items.getFirst() instanceof Members object) {
                return object;
            }
            throw new Malformed("its \"" + name + "\" is not one object in an array");
        }
    }

    static Members read(String text) {
        return new JsonReader(text).read();
    }

    default String write() {
        var out = new StringBuilder();
        write(this, out);
        return out.toString();
    }

    private static void write(Json value, StringBuilder out) {
        switch (value) {
            case Text(var text) -> quote(text, out);
            case Items(var items) -> {
                out.append('[');
                var separator = "";
                for (Json item : items) {
                    out.append(separator);
                    write(item, out);
                    separator = ",";
                }
                out.append(']');
            }
            case Members(var members) -> {
                out.append('{');
                var separator = "";
                for (var member : members.entrySet()) {
                    out.append(separator);
                    quote(member.getKey(), out);
                    out.append(':');
                    write(member.getValue(), out);
                    separator = ",";
                }
                out.append('}');
            }
        }
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int at = 0; at < text.length(); at++) {
            char unit = text.charAt(at);
            switch (unit) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                default -> {
                    if (unit < ' ') {
                        out.append("\\u%04x".formatted((int) unit));
                    } else {
                        out.append(unit);
                    }
                }
            }
        }
        out.append('"');
    }
}
