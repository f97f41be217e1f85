package gotthard.signing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Reads the JSON of statements and envelopes (RFC 8259), strictly: no duplicate members, nothing after the end, and no numbers,
/// booleans or nulls, which they do not have.
final class JsonReader {
    private static final int DEEPEST = 16;

    private final String text;
    private int at;

    JsonReader(String text) {
        this.text = text;
    }

    Json.Members read() {
        if (!(value(0) instanceof Json.Members members)) {
            throw new Malformed("it is no JSON object");
        }
        skipSpace();
        if (at < text.length()) {
            throw new Malformed("something follows the JSON object");
        }
        return members;
    }

    private Json value(int depth) {
        if (depth > DEEPEST) {
            throw new Malformed("its JSON is nested too deeply");
        }
        return switch (peek()) {
            case '"' -> new Json.Text(string());
            case '[' -> items(depth);
            case '{' -> members(depth);
            default ->
                    throw new Malformed(
                            "its JSON has something else than objects, arrays and texts");
        };
    }

    private Json items(int depth) {
        expect('[');
        List<Json> items = new ArrayList<>();
        if (peek() == ']') {
            expect(']');
            return new Json.Items(items);
        }
        items.add(value(depth + 1));
        while (peek() == ',') {
            expect(',');
            items.add(value(depth + 1));
        }
        expect(']');
        return new Json.Items(items);
    }

    private Json members(int depth) {
        expect('{');
        SequencedMap<String, Json> members = new LinkedHashMap<>();
        if (peek() == '}') {
            expect('}');
            return new Json.Members(members);
        }
        member(members, depth);
        while (peek() == ',') {
            expect(',');
            member(members, depth);
        }
        expect('}');
        return new Json.Members(members);
    }

    private void member(SequencedMap<String, Json> members, int depth) {
        peek();
        String name = string();
        expect(':');
        if (members.put(name, value(depth + 1)) != null) {
            throw new Malformed("its JSON has \"" + name + "\" twice");
        }
    }

    private String string() {
        expect('"');
        var content = new StringBuilder();
        while (true) {
            char unit = next();
            if (unit == '"') {
                return content.toString();
            }
            if (unit < ' ') {
                throw new Malformed("its JSON has a control character in a text");
            }
            content.append(unit == '\\' ? escaped() : unit);
        }
    }

    private char escaped() {
        char unit = next();
        return switch (unit) {
            case '"', '\\', '/' -> unit;
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> {
                int code = 0;
                for (int digit = 0; digit < 4; digit++) {
                    int value = Character.digit(next(), 16);
                    if (value < 0) {
                        throw new Malformed("its JSON has an escape that is none");
                    }
                    code = code * 16 + value;
                }
                yield (char) code;
            }
            default -> throw new Malformed("its JSON has an escape that is none");
        };
    }

    private void expect(char wanted) {
        skipSpace();
        if (next() != wanted) {
            throw new Malformed("its JSON lacks a " + wanted);
        }
    }

    private char peek() {
        skipSpace();
        if (at >= text.length()) {
            throw new Malformed("its JSON is cut short");
        }
        return text.charAt(at);
    }

    private char next() {
        if (at >= text.length()) {
            throw new Malformed("its JSON is cut short");
        }
        return text.charAt(at++);
    }

    private void skipSpace() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }
}
