package gotthard.problem;

import java.util.Arrays;

/// Draws the source line of a place with `^^^^` below what is meant.
final class Excerpt {
    private static final int WIDTH = 120;
    private static final int LEAD = 60;

    private Excerpt() {}

    static String of(Place place) {
        int[] line = place.text().codePoints().toArray();
        int column = Math.min(Math.max(place.column() - 1, 0), line.length);
        int start =
                line.length <= WIDTH
                        ? 0
                        : Math.max(0, Math.min(column - LEAD, line.length - WIDTH));
        int end = Math.min(line.length, start + WIDTH);
        var shown = new StringBuilder(start > 0 ? "…" : "");
        Arrays.stream(line, start, end)
                .forEach(character -> shown.appendCodePoint(printable(character)));
        if (end < line.length) {
            shown.append('…');
        }
        if (place.column() == 0) {
            return shown.toString();
        }
        int carets = Math.max(1, Math.min(place.length(), end - column));
        return shown + "\n" + blank(line, start, column) + "^".repeat(carets);
    }

    private static String blank(int[] line, int start, int column) {
        var blank = new StringBuilder(start > 0 ? " " : "");
        Arrays.stream(line, start, column)
                .forEach(character -> blank.append(character == '\t' ? '\t' : ' '));
        return blank.toString();
    }

    private static int printable(int character) {
        return Character.isISOControl(character) && character != '\t' ? '�' : character;
    }
}
