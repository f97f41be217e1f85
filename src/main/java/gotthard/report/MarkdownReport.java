package gotthard.report;

import gotthard.graph.StepId;
import gotthard.journal.Operations;
import gotthard.overview.Incident;
import gotthard.overview.Overview;
import gotthard.overview.ProgrammeOverview;
import gotthard.overview.StepRow;
import gotthard.overview.Unproven;
import gotthard.overview.Waiting;

import java.util.List;
import java.util.stream.Collectors;

/// A report in Markdown that can be forwarded as it is.
public final class MarkdownReport {
    private final Markdown markdown = new Markdown();

    private MarkdownReport() {}

    /// The report on one or more runs. Times are in UTC.
    public static String of(ProgrammeOverview programme) {
        var report = new MarkdownReport();
        if (programme.runs().size() == 1 && programme.title().isEmpty()) {
            report.single(programme);
        } else {
            report.several(programme);
        }
        report.foot(programme);
        return report.markdown.text();
    }

    private void single(ProgrammeOverview programme) {
        Overview overview = programme.runs().getFirst();
        markdown.heading(1, Headline.title(programme));
        opening(overview);
        matrix(programme);
        new ProgrammeMarkdown(markdown).add(programme);
        details(2, overview);
    }

    private void several(ProgrammeOverview programme) {
        markdown.heading(1, Headline.title(programme));
        markdown.items(
                programme.latest().stream()
                        .map(
                                overview ->
                                        "**"
                                                + Markdown.escaped(overview.run().title())
                                                + "**: "
                                                + Headline.standing(overview)
                                                + ". "
                                                + sentences(overview))
                        .toList());
        matrix(programme);
        new ProgrammeMarkdown(markdown).add(programme);
        for (Overview overview : programme.runs()) {
            markdown.heading(2, "Run " + overview.run().id() + ": " + Headline.standing(overview));
            if (!programme.latest().contains(overview)) {
                opening(overview);
            }
            details(3, overview);
        }
    }

    private void opening(Overview overview) {
        markdown.paragraph(sentences(overview));
    }

    private static String sentences(Overview overview) {
        return Markdown.escaped(String.join(" ", Headline.sentences(overview)));
    }

    private void matrix(ProgrammeOverview programme) {
        if (programme.matrix().rows().isEmpty()) {
            return;
        }
        markdown.heading(2, "Where the data are");
        markdown.table(MatrixTable.head(programme.matrix()), MatrixTable.rows(programme.matrix()));
    }

    private void details(int level, Overview overview) {
        paused(overview.operations());
        waiting(level, overview.waiting());
        unproven(level, overview.unproven());
        incidents(level, overview.incidents());
        new RestWords(markdown).add(level, overview);
        markdown.heading(level, "Steps");
        markdown.table(
                List.of("step", "what it does", "state", "since", "took", "attempts", "evidence"),
                overview.steps().stream().map(MarkdownReport::step).toList());
        markdown.paragraph(Headline.wayBack(overview.wayBack()));
    }

    private void waiting(int level, List<Waiting> waiting) {
        if (waiting.isEmpty()) {
            return;
        }
        markdown.heading(level, "What waits, and what to do");
        markdown.table(
                List.of("step", "waits for", "owner", "since", "what releases it"),
                waiting.stream()
                        .map(
                                wait ->
                                        List.of(
                                                Markdown.code(wait.step().value()),
                                                Markdown.escaped(wait.what()),
                                                Markdown.escaped(CellWords.owner(wait)),
                                                wait.since().map(Words::moment).orElse("–"),
                                                Markdown.escaped(wait.releasedBy())))
                        .toList());
    }

    private void paused(Operations operations) {
        operations
                .paused()
                .ifPresent(
                        standing ->
                                markdown.paragraph(
                                        "**Paused** by "
                                                + Markdown.escaped(standing.by().value())
                                                + " since "
                                                + Words.moment(standing.since())
                                                + " UTC: "
                                                + Markdown.escaped(standing.why())));
    }

    private void unproven(int level, List<Unproven> unproven) {
        if (unproven.isEmpty()) {
            return;
        }
        markdown.heading(level, "What counts without a verification");
        markdown.table(
                List.of("step", "how", "by", "reason", "found", "until", "what nothing shows"),
                unproven.stream().map(MarkdownReport::unproven).toList());
    }

    private static List<String> unproven(Unproven step) {
        String reliedOn =
                step.reliedOnBy().isEmpty()
                        ? ""
                        : "; relied on by "
                                + step.reliedOnBy().stream()
                                        .map(StepId::value)
                                        .map(Markdown::code)
                                        .collect(Collectors.joining(", "));
        return List.of(
                Markdown.code(step.step().value()),
                "**" + step.how() + "**",
                Markdown.escaped(step.by()),
                Markdown.escaped(step.why()),
                step.found().map(Markdown::escaped).orElse("–"),
                step.until().map(Words::moment).orElse("–"),
                Markdown.escaped(step.what()) + reliedOn);
    }

    private void incidents(int level, List<Incident> incidents) {
        markdown.heading(level, "Incidents");
        if (incidents.isEmpty()) {
            markdown.paragraph("None: everything went straight on.");
            return;
        }
        markdown.table(
                List.of("when", "step", "what happened", "what to do"),
                incidents.stream().map(MarkdownReport::incident).toList());
    }

    private static List<String> incident(Incident incident) {
        return List.of(
                Words.moment(incident.at()),
                incident.step().map(StepId::value).map(Markdown::code).orElse("the run"),
                incident.kind().word() + ": " + Markdown.escaped(incident.what()),
                incident.next().isEmpty() ? "–" : Markdown.escaped(incident.next()));
    }

    private static List<String> step(StepRow row) {
        return List.of(
                Markdown.code(row.id().value()),
                Markdown.escaped(row.summary()),
                row.stage().isBad() ? "**" + row.stage().word() + "**" : row.stage().word(),
                row.since().map(Words::moment).orElse("–"),
                row.duration().map(Words::duration).orElse("–"),
                Words.number(row.attempts()),
                remark(row));
    }

    private static String remark(StepRow row) {
        return row.failure().isEmpty() && !row.waitsFor().isEmpty()
                ? "needs "
                        + row.waitsFor().stream()
                                .map(StepId::value)
                                .map(Markdown::code)
                                .collect(Collectors.joining(", "))
                : Markdown.escaped(StepWords.remark(row));
    }

    private void foot(ProgrammeOverview programme) {
        markdown.paragraph("---");
        markdown.paragraph(
                "As of "
                        + Words.moment(programme.at())
                        + " UTC, from "
                        + programme.runs().stream()
                                .map(overview -> Markdown.code(overview.run().id().value()))
                                .collect(Collectors.joining(", "))
                        + ". Every number is replayed from the journal. \"Moved\" means that a step ended well;"
                        + " \"verified\" means that afterwards its content was compared at the target, and"
                        + " counts until a later look finds a difference. Shares are rounded down; what is not"
                        + " known is called unknown.");
    }
}
