package gotthard.page;

import gotthard.overview.Rule;
import gotthard.report.Words;

import java.util.ArrayList;
import java.util.List;

/// What lights and words mean.
final class RuleSection {
    private RuleSection() {}

    static void write(Page page) {
        page.html().open("section");
        page.heading("rules", "How to read it");
        page.table(
                "lights",
                "A plan's light: the first line that is true of its latest run, from above",
                List.of("Line", "What is true", "Light"),
                rows());
        page.paragraph(
                Page.text(
                        "The programme has the worst light of its plans. A plan that has not begun has none, and red once its due day is over. A due day is on time until it ends, in UTC."));
        page.paragraph(
                Page.text(
                        "“Moved” means that a step ended well. “Verified” means that afterwards its content was compared at the"
                                + " target, of what was there to compare by then, and counts until a later look finds a difference. Shares are"
                                + " rounded down, and of several targets the least counts. What is not known is called unknown; of an empty"
                                + " source no share is known."));
        page.html().closeLine();
    }

    private static List<Page.Row> rows() {
        var rows = new ArrayList<Page.Row>();
        for (Rule rule : Rule.values()) {
            rows.add(
                    Page.Row.of(
                            Page.text(Words.number(rows.size() + 1L)),
                            Page.text(rule.words()),
                            Page.light(rule.light())));
        }
        return rows;
    }
}
