package gotthard.page;

import gotthard.journal.RunId;
import gotthard.overview.Light;
import gotthard.overview.Origin;
import gotthard.report.Words;
import gotthard.world.CellId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/// What the sections of a page write with: texts, numbers that link to their evidence, and tables.
public record Page(Html html, Places places) {
    /// What stands in a cell of a table.
    public interface Content extends Consumer<Page> {}

    /// A row.
    ///
    /// @param id its anchor; empty for none
    public record Row(Optional<String> id, List<Content> cells) {
        public static Row of(Content... cells) {
            return new Row(Optional.empty(), List.of(cells));
        }

        public static Row at(String id, Content... cells) {
            return new Row(Optional.of(id), List.of(cells));
        }
    }

    public static Content text(String text) {
        return page -> page.html.text(text);
    }

    public static Content code(String text) {
        return page -> page.html.element("code", text);
    }

    public static Content both(Content... contents) {
        return page -> List.of(contents).forEach(content -> content.accept(page));
    }

    /// A moment in UTC, or that it is not known.
    public static Content moment(Optional<Instant> moment) {
        return page -> moment.ifPresentOrElse(page::time, () -> page.html.text("unknown"));
    }

    /// A number that programs find unchanged beside what people read.
    public static Content number(long value, String words) {
        return page -> page.html.element("data", words, "value", Long.toString(value));
    }

    public static Content share(OptionalInt percent) {
        return percent.isPresent()
                ? number(percent.getAsInt(), Words.percent(percent))
                : page -> page.html.element("span", Words.percent(percent), "class", "unknown");
    }

    /// A drawing of the number beside it; without one, nothing is drawn.
    public static Content bar(OptionalInt percent) {
        return page -> {
            if (percent.isPresent()) {
                page.html
                        .open("svg", "class", "bar", "viewBox", "0 0 50 8", "aria-hidden", "true")
                        .open("rect", "class", "track", "width", "50", "height", "8")
                        .close()
                        .open(
                                "rect",
                                "class",
                                "full",
                                "width",
                                Double.toString(percent.getAsInt() / 2.0),
                                "height",
                                "8")
                        .close()
                        .close()
                        .text(" ");
            }
        };
    }

    /// A link to a place in the page.
    public static Content link(String anchor, Content content) {
        return to("#" + anchor, content);
    }

    public static Content to(String place, Content content) {
        return page -> {
            page.html.open("a", "href", place);
            content.accept(page);
            page.html.close();
        };
    }

    /// The name of a step, linked to its row.
    public static Content step(Origin origin) {
        return page -> to(page.places.step(origin), code(origin.step().value())).accept(page);
    }

    public static Content run(RunId run) {
        return page -> to(page.places.run(run), code(run.value())).accept(page);
    }

    public static Content cell(CellId cell) {
        return page -> to(page.places.cell(cell), text(cell.toString())).accept(page);
    }

    /// A sign and a word, so that nobody needs to see colours.
    public static Content light(Light light) {
        return page ->
                page.html
                        .open("span", "class", "light " + light.word())
                        .element("span", sign(light), "aria-hidden", "true")
                        .text(" " + light.word())
                        .close();
    }

    private static String sign(Light light) {
        return switch (light) {
            case GREEN -> "●";
            case AMBER -> "▲";
            case RED -> "■";
        };
    }

    public void time(Instant at) {
        html.element("time", Words.moment(at), "datetime", at.toString());
    }

    public void write(Content content) {
        content.accept(this);
    }

    public void heading(String id, String words) {
        html.element("h2", words, "id", id).text("\n");
    }

    public void paragraph(Content... contents) {
        html.open("p");
        List.of(contents).forEach(this::write);
        html.closeLine();
    }

    public void items(List<Content> items) {
        html.open("ul");
        for (Content item : items) {
            html.open("li");
            write(item);
            html.closeLine();
        }
        html.closeLine();
    }

    /// A table whose first column names its rows. Where it is wider than the screen, it moves by itself, also by keys.
    public void table(String id, String caption, List<String> heads, List<Row> rows) {
        html.openWide("aria-labelledby", id + "-is");
        html.open("table", "id", id);
        html.element("caption", caption, "id", id + "-is");
        html.open("thead").open("tr");
        heads.forEach(head -> html.element("th", head, "scope", "col"));
        html.close().closeLine();
        html.open("tbody");
        rows.forEach(this::row);
        html.close().close().closeLine();
    }

    private void row(Row row) {
        if (row.id().isPresent()) {
            html.open("tr", "id", row.id().get());
        } else {
            html.open("tr");
        }
        html.open("th", "scope", "row");
        write(row.cells().getFirst());
        html.close();
        for (Content cell : row.cells().subList(1, row.cells().size())) {
            html.open("td");
            write(cell);
            html.close();
        }
        html.closeLine();
    }
}
