package gotthard.problem;

import java.util.stream.Collectors;

/// A user's own words inside a message: in quotes, on one line, without control characters, and not too long.
public final class Quoted {
    private static final int LONGEST = 60;

    private Quoted() {}

    public static String of(String words) {
        String shown =
                words.codePoints()
                        .limit(LONGEST)
                        .mapToObj(Quoted::printable)
                        .collect(Collectors.joining());
        return "\"" + shown + (words.codePointCount(0, words.length()) > LONGEST ? "…" : "") + "\"";
    }

    private static String printable(int character) {
        return switch (character) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default ->
                    Character.isISOControl(character)
                                    || Character.getType(character) == Character.FORMAT
                            ? "\\u%04x".formatted(character)
                            : Character.toString(character);
        };
    }
}
