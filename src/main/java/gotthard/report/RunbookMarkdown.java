package gotthard.report;

import gotthard.action.ByHand;

import java.util.List;

/// A runbook as Markdown.
public final class RunbookMarkdown {
    private final Markdown markdown = new Markdown();

    private RunbookMarkdown() {}

    /// With one line break at the end.
    public static String of(List<RunbookBlock> blocks) {
        var page = new RunbookMarkdown();
        blocks.forEach(page::write);
        return page.markdown.text();
    }

    private void write(RunbookBlock block) {
        switch (block) {
            case RunbookBlock.Heading(var level, var words) -> markdown.heading(level, words);
            case RunbookBlock.Paragraph(var words) -> markdown.paragraph(Markdown.escaped(words));
            case RunbookBlock.Warning(var words) ->
                    markdown.paragraph("> **" + Markdown.escaped("⛔ " + words) + "**");
            case RunbookBlock.Items(var items) ->
                    markdown.items(items.stream().map(Markdown::escaped).toList());
            case RunbookBlock.Doing(var title, var lines) -> doing(title, lines);
            case RunbookBlock.Lines(var lines) -> markdown.commands("text", lines);
            case RunbookBlock.Table(var title, var head, var rows) -> {
                markdown.paragraph(Markdown.escaped(title) + ":");
                markdown.table(
                        head,
                        rows.stream()
                                .map(row -> row.stream().map(Markdown::escaped).toList())
                                .toList());
            }
        }
    }

    private void doing(String title, List<ByHand.Line> lines) {
        markdown.paragraph("**" + Markdown.escaped(title) + "**");
        for (Typing part : Typing.of(lines)) {
            switch (part) {
                case Typing.Commands(var commands) -> markdown.commands("sh", commands);
                case Typing.Words(var words) -> markdown.paragraph(Markdown.escaped(words));
            }
        }
    }
}
