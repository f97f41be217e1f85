package gotthard.page;

import gotthard.report.RunbookBlock;
import gotthard.report.RunbookBlock.Doing;
import gotthard.report.RunbookBlock.Heading;
import gotthard.report.RunbookBlock.Items;
import gotthard.report.RunbookBlock.Lines;
import gotthard.report.RunbookBlock.Paragraph;
import gotthard.report.RunbookBlock.Table;
import gotthard.report.RunbookBlock.Warning;
import gotthard.report.Typing;

import java.util.List;

/// A runbook as one HTML file, to be read or printed: nothing in it runs or is fetched.
public final class RunbookPage {
    private final Html html = Html.page();

    private RunbookPage() {}

    /// As a whole document.
    ///
    /// @param blocks the first is the title
    public static String of(List<RunbookBlock> blocks) {
        var page = new RunbookPage();
        ReportPage.head(page.html, title(blocks));
        page.html.open("body").open("main", "id", "report");
        blocks.forEach(page::write);
        return page.html.closeLine().close().close().document();
    }

    private static String title(List<RunbookBlock> blocks) {
        return blocks.getFirst() instanceof Heading(_, var words) ? words : "Runbook";
    }

    private void write(RunbookBlock block) {
        switch (block) {
            case Heading(var level, var words) -> html.element("h" + level, words);
            case Paragraph(var words) -> html.element("p", words);
            case Warning(var words) ->
                    html.open("p", "role", "note")
                            .element("strong", words, "class", "light red")
                            .close();
            case Items(var items) -> {
                html.open("ul");
                items.forEach(item -> html.element("li", item));
                html.close();
            }
            case Doing(var title, var lines) -> {
                html.element("h4", title);
                Typing.of(lines).forEach(this::write);
            }
            case Lines(var lines) -> lines(lines);
            case Table(var title, var head, var rows) -> table(title, head, rows);
        }
        html.line();
    }

    private void write(Typing part) {
        switch (part) {
            case Typing.Commands(var commands) -> lines(commands);
            case Typing.Words(var words) -> html.element("p", words);
        }
    }

    private void lines(List<String> lines) {
        html.openWide("aria-label", "Commands").open("pre").open("code");
        for (String line : lines) {
            line.lines().forEach(one -> html.text(one).line());
        }
        html.close().close().close();
    }

    private void table(String title, List<String> head, List<List<String>> rows) {
        html.openWide("aria-label", title).open("table").element("caption", title);
        html.open("thead").open("tr");
        head.forEach(name -> html.element("th", name, "scope", "col"));
        html.close().close().open("tbody");
        for (List<String> row : rows) {
            html.open("tr");
            row.forEach(cell -> html.element("td", cell));
            html.close();
        }
        html.close().close().close();
    }
}
