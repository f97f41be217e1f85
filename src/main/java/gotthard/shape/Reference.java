package gotthard.shape;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Writes a shape as a page of Markdown: a table of keys, and a section for each shape that has a title.
public final class Reference {
    private final Deque<Form.Named> waiting = new ArrayDeque<>();
    private final Map<String, Form.Named> seen = new LinkedHashMap<>();
    private final StringBuilder page = new StringBuilder();

    private Reference() {}

    /// The page, which ends with a line break.
    public static String of(Shape<?> shape, String title) {
        return new Reference().page(shape.form(), title);
    }

    private String page(Form form, String title) {
        page.append("# ").append(title).append("\n\n");
        if (form instanceof Form.Named(var _, var doc, var inner)) {
            page.append(doc).append("\n\n");
            table(inner.get());
        } else {
            table(form);
        }
        while (!waiting.isEmpty()) {
            Form.Named next = waiting.removeFirst();
            page.append("\n## ")
                    .append(next.title())
                    .append("\n\n")
                    .append(next.doc())
                    .append("\n\n");
            table(next.form().get());
        }
        return page.toString();
    }

    private void table(Form form) {
        if (keysOf(form).isEmpty()) {
            page.append("It is ").append(type(form)).append(".\n");
        } else {
            page.append("| key | value | if left out | meaning |\n|---|---|---|---|\n");
            rows("", form);
        }
        rules(form);
    }

    private void rules(Form form) {
        if (form instanceof Form.Deferred(var inner, var tag, var key, var alternatives)) {
            rules(inner);
            page.append("\n`").append(key).append("` depends on `").append(tag).append("`:\n\n");
            alternatives.forEach(
                    (word, later) ->
                            page.append("- `")
                                    .append(word)
                                    .append("`: ")
                                    .append(type(later))
                                    .append('\n'));
        }
        if (form instanceof Form.Ruled(var inner, var rule)) {
            rules(inner);
            page.append("\nRule: ").append(rule).append(".\n");
        }
    }

    private void rows(String path, Form form) {
        for (Form.Property key : keysOf(form)) {
            String name = path + key.name();
            String standard =
                    key.isRequired()
                            ? "required"
                            : key.standard().map(text -> "`" + text + "`").orElse("");
            cells("`" + name + "`", type(key.form()), standard, key.doc() + ruleOf(key.form()));
            below(name, key.form());
        }
    }

    /// The rows of keys inside a value that has no title of its own.
    private void below(String path, Form form) {
        switch (form) {
            case Form.Items(var item, int _) -> below(path + "[]", item);
            case Form.ItemOrItems(var item) -> below(path + "[]", item);
            case Form.Keyed(var _, var value) -> below(path + ".*", value);
            case Form.Ruled(var inner, var _) -> below(path, inner);
            case Form.Deferred(var inner, var _, var _, var _) -> below(path, inner);
            case Form.Properties _, Form.SingleKey _, Form.Tagged _ -> rows(path + ".", form);
            case Form.Text _,
                    Form.Whole _,
                    Form.Truth _,
                    Form.Words _,
                    Form.Reference _,
                    Form.Anything _,
                    Form.Named _ -> {}
        }
    }

    private static List<Form.Property> keysOf(Form form) {
        return switch (form) {
            case Form.Properties(var properties) -> properties;
            case Form.Ruled(var inner, var _) -> keysOf(inner);
            case Form.Deferred(var inner, var _, var _, var _) -> keysOf(inner);
            case Form.SingleKey(var keys) ->
                    keys.entrySet().stream()
                            .map(
                                    key ->
                                            new Form.Property(
                                                    key.getKey(),
                                                    "one of these keys",
                                                    key.getValue(),
                                                    false,
                                                    Optional.empty()))
                            .toList();
            case Form.Tagged(var tag, var alternatives) -> tagged(tag, alternatives);
            case Form.Text _,
                    Form.Whole _,
                    Form.Truth _,
                    Form.Words _,
                    Form.Reference _,
                    Form.Anything _,
                    Form.Named _,
                    Form.Items _,
                    Form.ItemOrItems _,
                    Form.Keyed _ ->
                    List.of();
        };
    }

    private static List<Form.Property> tagged(
            String tag, Map<String, Form.Properties> alternatives) {
        var keys = new ArrayList<Form.Property>();
        var words = new Form.Words(List.copyOf(alternatives.keySet()));
        keys.add(
                new Form.Property(
                        tag, "decides which other keys there are", words, true, Optional.empty()));
        alternatives.forEach(
                (word, properties) ->
                        properties
                                .properties()
                                .forEach(
                                        key -> {
                                            String doc =
                                                    "with `" + tag + ": " + word + "`: "
                                                            + key.doc();
                                            keys.add(
                                                    new Form.Property(
                                                            key.name(),
                                                            doc,
                                                            key.form(),
                                                            key.isRequired(),
                                                            key.standard()));
                                        }));
        return List.copyOf(keys);
    }

    private static String ruleOf(Form form) {
        return form instanceof Form.Ruled(var inner, var rule)
                ? ruleOf(inner) + "; rule: " + rule
                : "";
    }

    private String type(Form form) {
        return switch (form) {
            case Form.Text(var noun, var example, var _, var _) ->
                    noun + example.map(text -> ", like `" + text + "`").orElse("");
            case Form.Whole(int least, int most) -> "a whole number from " + least + " to " + most;
            case Form.Truth() -> "`true` or `false`";
            case Form.Words(var words) ->
                    words.stream()
                            .map(word -> "`" + word + "`")
                            .collect(Collectors.joining(" or "));
            case Form.Reference(var kind) -> "the name of a " + kind;
            case Form.Items(var item, int atLeast) ->
                    (atLeast > 0 ? "a list, not empty, each " : "a list, each ") + type(item);
            case Form.ItemOrItems(var item) -> type(item) + ", or a list of these";
            case Form.Keyed(var key, var value) ->
                    "a mapping from " + type(key) + " to " + type(value);
            case Form.Properties _, Form.Tagged _ -> "a mapping";
            case Form.SingleKey(var keys) ->
                    "a mapping with one key of " + String.join(", ", keys.keySet());
            case Form.Anything() -> "anything";
            case Form.Named named -> link(named);
            case Form.Ruled(var inner, var _) -> type(inner);
            case Form.Deferred(var inner, var _, var _, var _) -> type(inner);
        };
    }

    private String link(Form.Named named) {
        if (seen.putIfAbsent(named.title(), named) == null) {
            waiting.add(named);
        }
        return "[" + named.title() + "](#" + anchor(named.title()) + ")";
    }

    /// As the usual renderers of Markdown name a heading.
    private static String anchor(String title) {
        return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 _-]", "").replace(' ', '-');
    }

    private void cells(String... cells) {
        for (String cell : cells) {
            page.append("| ").append(cell.replace("|", "\\|").replace("\n", " ")).append(' ');
        }
        page.append("|\n");
    }
}
