package gotthard.page;

import gotthard.overview.Changes;
import gotthard.overview.ProgrammeOverview;
import gotthard.report.PhaseWords;
import gotthard.report.Words;

import java.util.List;

/// What has changed since an earlier moment.
final class ChangeSection {
    private final Page page;

    ChangeSection(Page page) {
        this.page = page;
    }

    void write(ProgrammeOverview programme) {
        page.html().open("section");
        page.heading("changes", "What has changed");
        programme
                .changes()
                .ifPresentOrElse(
                        this::changes,
                        () ->
                                page.paragraph(
                                        Page.text(
                                                "No earlier moment was asked for. report --since MOMENT compares with one.")));
        page.html().closeLine();
    }

    private void changes(Changes changes) {
        page.paragraph(
                Page.text("Since "),
                page -> page.time(changes.since()),
                Page.text(changes.isEmpty() ? " UTC nothing has changed." : " UTC:"));
        if (!changes.opened().isEmpty()) {
            page.items(
                    changes.opened().stream()
                            .map(run -> Page.both(Page.run(run), Page.text(" began")))
                            .toList());
        }
        if (!changes.steps().isEmpty()) {
            page.table(
                    "moves",
                    "Steps that stand elsewhere",
                    List.of("From → to", "Steps"),
                    PhaseWords.moves(changes).entrySet().stream()
                            .map(
                                    move ->
                                            Page.Row.of(
                                                    Page.text(move.getKey()),
                                                    Page.number(
                                                            move.getValue(),
                                                            Words.number(move.getValue()))))
                            .toList());
        }
        if (!changes.cells().isEmpty()) {
            page.table(
                    "shares",
                    "Cells with other shares",
                    List.of("Cell", "Moved then", "Moved now", "Verified then", "Verified now"),
                    changes.cells().stream()
                            .map(
                                    cell ->
                                            Page.Row.of(
                                                    Page.cell(cell.cell()),
                                                    Page.share(cell.movedBefore()),
                                                    Page.share(cell.moved()),
                                                    Page.share(cell.verifiedBefore()),
                                                    Page.share(cell.verified())))
                            .toList());
        }
    }
}
