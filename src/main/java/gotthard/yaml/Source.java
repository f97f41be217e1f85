package gotthard.yaml;

import gotthard.problem.Place;

import org.yaml.snakeyaml.error.Mark;

import java.util.Optional;

/// A document's name and lines, from which places are made.
final class Source {
    private final String name;
    private final String[] lines;

    Source(String name, String text) {
        this.name = name;
        this.lines = text.split("\r\n|[\n\r\u0085\u2028\u2029]", -1);
    }

    Place whole() {
        return Place.of(name);
    }

    /// From a mark to another; only the first line of what is longer.
    Place between(Mark start, Mark end) {
        int line = Math.min(start.getLine(), lines.length - 1);
        boolean isOneLine = end.getLine() == start.getLine();
        int until =
                isOneLine ? end.getColumn() : lines[line].codePointCount(0, lines[line].length());
        int length = Math.max(1, until - start.getColumn());
        return new Place(name, line + 1, start.getColumn() + 1, length, lines[line]);
    }

    /// The first line that is longer than so many UTF-16 units.
    Optional<Place> longerThan(int longest) {
        for (int line = 0; line < lines.length; line++) {
            if (lines[line].length() > longest) {
                return Optional.of(new Place(name, line + 1, 0, 0, lines[line]));
            }
        }
        return Optional.empty();
    }

    Place at(Mark mark) {
        return between(mark, mark);
    }

    /// The place of a character, counted from 0 in Unicode characters.
    Place at(int offset, String text) {
        int end =
                text.offsetByCodePoints(0, Math.min(offset, text.codePointCount(0, text.length())));
        var before = new Source(name, text.substring(0, end));
        int line = before.lines.length - 1;
        String start = before.lines[line];
        return new Place(
                name, line + 1, start.codePointCount(0, start.length()) + 1, 1, lines[line]);
    }
}
