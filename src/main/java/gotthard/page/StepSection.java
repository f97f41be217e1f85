package gotthard.page;

import gotthard.overview.Overview;
import gotthard.overview.StepRow;
import gotthard.report.Headline;
import gotthard.report.StepWords;
import gotthard.report.Words;

import java.util.List;

/// Every step of every run, closed at first: the evidence that the numbers link to.
final class StepSection {
    private static final List<String> HEADS =
            List.of(
                    "Step",
                    "What it does",
                    "State",
                    "Since",
                    "Took",
                    "Attempts",
                    "Event",
                    "Evidence");

    private final Page page;
    private final Anchors anchors;

    StepSection(Page page, Anchors anchors) {
        this.page = page;
        this.anchors = anchors;
    }

    void write(List<Overview> runs) {
        page.html().open("section");
        page.heading("steps", "Steps and their evidence");
        page.paragraph(
                Page.text(
                        "An event is the number of the journal's entry that a state rests on. On paper, closed lists stay closed."));
        runs.forEach(this::run);
        page.html().closeLine();
    }

    private void run(Overview overview) {
        String anchor = anchors.id(overview.run().id());
        page.html().open("details", "id", anchor);
        page.html()
                .element(
                        "summary",
                        overview.run().id()
                                + ": "
                                + Headline.standing(overview)
                                + ", "
                                + Words.counted(overview.steps().size(), "step"));
        page.paragraph(Page.text(String.join(" ", Headline.sentences(overview))));
        page.paragraph(Page.text(Headline.wayBack(overview.wayBack())));
        page.table(
                anchor + "-steps",
                "Steps of " + overview.run().id(),
                HEADS,
                overview.steps().stream().map(this::row).toList());
        page.html().closeLine();
    }

    private Page.Row row(StepRow row) {
        return Page.Row.at(
                anchors.id(row.origin()),
                Page.code(row.id().value()),
                Page.text(row.summary()),
                state(row),
                row.since().isPresent() ? Page.moment(row.since()) : Page.text("–"),
                row.duration()
                        .map(took -> Page.number(took.toMillis(), Words.duration(took)))
                        .orElse(Page.text("–")),
                Page.number(row.attempts(), Words.number(row.attempts())),
                row.entry().isPresent()
                        ? Page.number(
                                row.entry().getAsLong(), Words.number(row.entry().getAsLong()))
                        : Page.text("–"),
                Page.text(StepWords.remark(row)));
    }

    private static Page.Content state(StepRow row) {
        return row.stage().isBad()
                ? page -> page.html().element("strong", row.stage().word())
                : Page.text(row.stage().word());
    }
}
