package gotthard.page;

import java.util.ArrayDeque;
import java.util.Deque;

/// Writes HTML. Whatever comes from outside is text or the value of an attribute, and can't break out of its place; names of elements and
/// attributes are the program's own.
public final class Html {
    private final StringBuilder html;
    private final Deque<String> open = new ArrayDeque<>();

    private Html(String start) {
        html = new StringBuilder(start);
    }

    /// A whole document.
    public static Html page() {
        return new Html("<!DOCTYPE html>\n");
    }

    /// A part of one.
    public static Html part() {
        return new Html("");
    }

    /// Begins an element.
    ///
    /// @param attributes names and values by turns
    public Html open(String element, String... attributes) {
        start(element, attributes);
        open.push(element);
        return this;
    }

    /// Begins a part that moves by itself, also by keys, where it is wider than the screen.
    ///
    /// @param naming `aria-label` with a name for it, or `aria-labelledby` with the id of one
    public Html openWide(String naming, String name) {
        return open("div", "class", "wide", "role", "region", "tabindex", "0", naming, name);
    }

    /// Ends the element that was begun last.
    public Html close() {
        html.append("</").append(open.pop()).append('>');
        return this;
    }

    /// Ends the element that was begun last, and the line.
    public Html closeLine() {
        close();
        html.append('\n');
        return this;
    }

    /// An element with a text.
    public Html element(String element, String text, String... attributes) {
        return open(element, attributes).text(text).close();
    }

    /// An element that has no end, such as `meta`, or one without content in a drawing.
    public Html empty(String element, String... attributes) {
        start(element, attributes);
        return this;
    }

    /// A text. Controls, and signs that turn the direction of what follows, are shown as replaced.
    public Html text(String text) {
        text.codePoints().forEach(this::append);
        return this;
    }

    /// A line break, where lines are shown as they are.
    Html line() {
        html.append('\n');
        return this;
    }

    /// The program's own style sheet, as it is.
    Html style(String css) {
        html.append("<style>\n").append(css).append("</style>\n");
        return this;
    }

    /// The text, once all is closed.
    public String document() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("still open: " + open);
        }
        return html.toString();
    }

    private void start(String element, String... attributes) {
        html.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            html.append(' ').append(attributes[i]);
            if (!attributes[i + 1].isEmpty()) {
                html.append("=\"");
                attributes[i + 1].codePoints().forEach(this::append);
                html.append('"');
            }
        }
        html.append('>');
    }

    private void append(int point) {
        switch (point) {
            case '<' -> html.append("&lt;");
            case '>' -> html.append("&gt;");
            case '&' -> html.append("&amp;");
            case '"' -> html.append("&quot;");
            case '\n', '\r', '\t' -> html.append(' ');
            default -> html.appendCodePoint(isShown(point) ? point : 0xFFFD);
        }
    }

    private static boolean isShown(int point) {
        boolean turnsDirection =
                (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
        return !Character.isISOControl(point)
                && !turnsDirection
                && Character.getType(point) != Character.SURROGATE;
    }
}
