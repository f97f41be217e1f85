package gotthard.report;

import gotthard.overview.Ahead;
import gotthard.overview.CellSummary;
import gotthard.overview.Changes;
import gotthard.overview.Phase;
import gotthard.overview.ProgrammeOverview;
import gotthard.overview.Waiting;

import java.util.List;

/// The parts of a report in Markdown that speak of plans and cells as a whole.
final class ProgrammeMarkdown {
    private final Markdown markdown;

    ProgrammeMarkdown(Markdown markdown) {
        this.markdown = markdown;
    }

    void add(ProgrammeOverview programme) {
        cells(programme.cells());
        phases(programme.phases());
        ahead(programme.ahead());
        programme.changes().ifPresent(this::changes);
    }

    private void cells(List<CellSummary> cells) {
        if (cells.isEmpty()) {
            return;
        }
        markdown.heading(2, "Each cell over all its targets");
        markdown.table(
                List.of(
                        "region",
                        "data",
                        "moved",
                        "verified",
                        "things to compare",
                        "lag",
                        "blocked by",
                        "way back"),
                cells.stream().map(ProgrammeMarkdown::cell).toList());
    }

    private static List<String> cell(CellSummary cell) {
        return List.of(
                Markdown.escaped(cell.cell().region().value()),
                Markdown.escaped(cell.cell().data().value()),
                Words.percent(cell.moved()),
                Words.percent(cell.verified()),
                CellWords.total(cell.total()),
                Markdown.escaped(CellWords.lag(cell)),
                blockers(cell.blockers()),
                Markdown.escaped(CellWords.backUntil(cell.backUntil())));
    }

    private static String blockers(List<Waiting> blockers) {
        if (blockers.isEmpty()) {
            return "–";
        }
        Waiting first = blockers.getFirst();
        String more =
                blockers.size() == 1 ? "" : "; and " + Words.number(blockers.size() - 1L) + " more";
        return Markdown.code(first.step().value())
                + ", with "
                + Markdown.escaped(CellWords.owner(first))
                + ", since "
                + CellWords.since(first)
                + more;
    }

    private void phases(List<Phase> phases) {
        markdown.heading(2, "Against due days");
        markdown.table(
                List.of("plan", "light", "owner", "due", "forecast of its end", "computed from"),
                phases.stream()
                        .map(
                                phase ->
                                        List.of(
                                                Markdown.code(
                                                        phase.overview().run().plan().value()),
                                                PhaseWords.light(phase),
                                                Markdown.escaped(PhaseWords.owner(phase)),
                                                PhaseWords.due(phase),
                                                Markdown.escaped(
                                                        PhaseWords.forecast(phase.forecast())),
                                                dash(PhaseWords.basis(phase.forecast()))))
                        .toList());
        markdown.paragraph(PhaseWords.METHOD);
    }

    private void ahead(List<Ahead> plans) {
        if (plans.isEmpty()) {
            return;
        }
        markdown.heading(2, "Not begun");
        markdown.table(
                List.of(
                        "plan",
                        "stands",
                        "what it brings",
                        "owner",
                        "due",
                        "after",
                        "steps",
                        "moves"),
                plans.stream()
                        .map(
                                plan ->
                                        List.of(
                                                Markdown.code(plan.plan().value()),
                                                PhaseWords.standing(plan),
                                                Markdown.escaped(plan.title()),
                                                Markdown.escaped(plan.owner()),
                                                PhaseWords.due(plan.due()),
                                                Markdown.escaped(PhaseWords.after(plan)),
                                                Words.number(plan.steps()),
                                                Markdown.escaped(PhaseWords.moving(plan))))
                        .toList());
    }

    private void changes(Changes changes) {
        markdown.heading(2, "Changed since " + Words.moment(changes.since()));
        if (changes.isEmpty()) {
            markdown.paragraph("Nothing.");
            return;
        }
        markdown.items(
                java.util.stream.Stream.concat(
                                changes.opened().stream()
                                        .map(
                                                run ->
                                                        "The run "
                                                                + Markdown.code(run.value())
                                                                + " began."),
                                PhaseWords.moves(changes).entrySet().stream()
                                        .map(
                                                move ->
                                                        Words.counted(move.getValue(), "step")
                                                                + ": "
                                                                + move.getKey()))
                        .toList());
        if (!changes.cells().isEmpty()) {
            markdown.table(
                    List.of("region", "data", "moved", "verified"),
                    changes.cells().stream()
                            .map(
                                    cell ->
                                            List.of(
                                                    Markdown.escaped(cell.cell().region().value()),
                                                    Markdown.escaped(cell.cell().data().value()),
                                                    Words.percent(cell.movedBefore())
                                                            + " → "
                                                            + Words.percent(cell.moved()),
                                                    Words.percent(cell.verifiedBefore())
                                                            + " → "
                                                            + Words.percent(cell.verified())))
                            .toList());
        }
    }

    private static String dash(String words) {
        return words.isEmpty() ? "–" : words;
    }
}
