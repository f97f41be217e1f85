package gotthard.problem;

/// Where in a document something stands.
///
/// @param source the document, as the user named it
/// @param line from 1; 0 when the whole document is meant
/// @param column from 1, in Unicode characters; 0 when the whole line or document is meant
/// @param length how many characters it takes on its line, at least 1 where a column is given
/// @param text the source line itself, to be shown above the caret
public record Place(String source, int line, int column, int length, String text) {

    public Place {
        if (line < 0 || column < 0 || length < 0) {
            throw new IllegalArgumentException(
                    "a place counts from 1: " + line + ":" + column + "+" + length);
        }
    }

    /// The whole of a document.
    public static Place of(String source) {
        return new Place(source, 0, 0, 0, "");
    }

    public boolean hasLine() {
        return line > 0;
    }

    /// The same place without its text, where that must not be shown.
    public Place unshown() {
        return new Place(source, line, column, length, "");
    }

    /// Whether there is a line to be shown.
    boolean isShown() {
        return hasLine() && !text.isEmpty();
    }

    /// The source line with a caret below it; empty for a whole document. Control characters are shown as `�`, and of a
    /// very long line only the part around the place.
    public String excerpt() {
        return hasLine() ? Excerpt.of(this) : "";
    }

    @Override
    public String toString() {
        if (!hasLine()) {
            return source;
        }
        return column > 0 ? source + ":" + line + ":" + column : source + ":" + line;
    }
}
