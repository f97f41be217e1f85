package gotthard.policy;

import gotthard.problem.Place;
import gotthard.shape.Located;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where the parts of an expression stand in the document that holds it. Where it is written over several lines or with escapes, only the
/// whole of it is known.
final class ExpressionPlaces {
    private static final Pattern TOKEN =
            Pattern.compile("[A-Za-z_][A-Za-z0-9_.]*|\"[^\"]*\"|'[^']*'|[0-9]+|[=!<>&|]{2}|\\S");

    private final Place whole;
    private final String text;
    private final int first;

    ExpressionPlaces(Located<String> written) {
        whole = written.place();
        text = written.value();
        first = first();
    }

    /// The column of its first character; 0 where it does not stand in its line as it is.
    private int first() {
        if (whole.column() == 0) {
            return 0;
        }
        for (int quotes = 0; quotes <= 1; quotes++) {
            int from = whole.column() - 1 + quotes;
            String rest =
                    whole.text()
                            .codePoints()
                            .skip(from)
                            .collect(
                                    StringBuilder::new,
                                    StringBuilder::appendCodePoint,
                                    StringBuilder::append)
                            .toString();
            if (rest.startsWith(text)) {
                return from + 1;
            }
        }
        return 0;
    }

    /// The token that begins at an offset, in Unicode characters.
    Place at(int offset) {
        return first == 0
                ? whole
                : new Place(
                        whole.source(),
                        whole.line(),
                        first + offset,
                        Math.max(1, token(offset).length()),
                        whole.text());
    }

    /// Tells where it is, in words, where the place alone does not: ` at "zurich-9"`.
    String near(int offset) {
        String token = token(offset);
        return first > 0 || token.isEmpty() ? "" : ", near " + token;
    }

    /// Such as `metadata.writes`, `"zurich-1"`, `==`; empty at the end.
    String token(int offset) {
        int from =
                text.offsetByCodePoints(0, Math.min(offset, text.codePointCount(0, text.length())));
        Matcher token = TOKEN.matcher(text);
        return token.find(from) && token.start() == from ? token.group() : "";
    }

    /// Of a line from 1 and a column from 0.
    int offset(int line, int column) {
        int from = 0;
        for (int passed = 1; passed < line; passed++) {
            from = text.indexOf('\n', from) + 1;
        }
        return text.codePointCount(0, from) + column;
    }
}
