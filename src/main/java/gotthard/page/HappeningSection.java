package gotthard.page;

import gotthard.graph.StepId;
import gotthard.journal.RunId;
import gotthard.journal.Waived;
import gotthard.overview.Incident;
import gotthard.overview.Origin;
import gotthard.overview.Overview;
import gotthard.overview.ProgrammeOverview;
import gotthard.overview.SiteRest;
import gotthard.overview.Unproven;
import gotthard.overview.Waiting;
import gotthard.report.CellWords;
import gotthard.report.Words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What waits, what counts without a proof, what went wrong, and what sparing sites cost.
final class HappeningSection {
    private final Page page;

    HappeningSection(Page page) {
        this.page = page;
    }

    void write(ProgrammeOverview programme) {
        waits(programme.waiting());
        waivers(programme.runs());
        incidents(programme.runs());
        rests(programme.runs());
    }

    private void section(
            String id,
            String heading,
            String none,
            String caption,
            List<String> heads,
            List<Page.Row> rows) {
        page.html().open("section");
        page.heading(id, heading);
        if (rows.isEmpty()) {
            page.paragraph(Page.text(none));
        } else {
            page.table(id + "-table", caption, heads, rows);
        }
        page.html().closeLine();
    }

    private void waits(List<Waiting> waiting) {
        section(
                "waits",
                "What waits, and what releases it",
                "Nothing waits for anybody.",
                "Steps that do not go on by themselves",
                List.of("Step", "Owner", "Since", "Waits for", "What releases it"),
                waiting.stream()
                        .map(
                                wait ->
                                        Page.Row.of(
                                                Page.step(wait.origin()),
                                                Page.text(CellWords.owner(wait)),
                                                Page.moment(wait.since()),
                                                Page.text(wait.what()),
                                                Page.text(wait.releasedBy())))
                        .toList());
    }

    private void waivers(List<Overview> runs) {
        var rows = new ArrayList<Page.Row>();
        for (Overview overview : runs) {
            overview.unproven().forEach(step -> rows.add(unproven(overview.run().id(), step)));
            overview.operations()
                    .answeredFor()
                    .forEach(waived -> rows.add(waived(overview.run().id(), waived)));
        }
        section(
                "waivers",
                "Waivers: what counts without a verification or a proof",
                "None: all that counts is verified.",
                "Who answers for what, and until when",
                List.of("What", "How", "By", "Reason", "Found", "Until"),
                rows);
    }

    private static Page.Row unproven(RunId run, Unproven step) {
        return Page.Row.of(
                Page.step(bare(run, step.step())),
                Page.text(step.how()),
                Page.text(step.by()),
                Page.text(step.why()),
                Page.text(step.found().orElse("unknown")),
                step.until().isPresent() ? Page.moment(step.until()) : Page.text("no end"));
    }

    private static Page.Row waived(RunId run, Waived waived) {
        return Page.Row.of(
                Page.run(run),
                Page.text(waived.invariant().word() + " of " + waived.of() + " is not proven"),
                Page.text(waived.by().value()),
                Page.text(waived.why()),
                Page.text("–"),
                Page.moment(Optional.of(waived.until())));
    }

    private static Origin bare(RunId run, StepId step) {
        return new Origin(run, step, OptionalLong.empty());
    }

    private void incidents(List<Overview> runs) {
        var rows = new ArrayList<Page.Row>();
        for (Overview overview : runs) {
            overview.incidents().forEach(incident -> rows.add(row(overview.run().id(), incident)));
        }
        section(
                "incidents",
                "Incidents",
                "None: everything went straight on.",
                "What did not go straight on, in the order of time",
                List.of("When", "Event", "Step", "What happened", "What to do"),
                rows);
    }

    private static Page.Row row(RunId run, Incident incident) {
        return Page.Row.of(
                Page.moment(Optional.of(incident.at())),
                Page.number(incident.entry(), Words.number(incident.entry())),
                incident.step().map(step -> Page.step(bare(run, step))).orElse(Page.run(run)),
                Page.text(incident.kind().word() + ": " + incident.what()),
                Page.text(incident.next().isEmpty() ? "–" : incident.next()));
    }

    private void rests(List<Overview> runs) {
        var rows = new ArrayList<Page.Row>();
        for (Overview overview : runs) {
            overview.rests().forEach(rest -> rows.add(row(overview.run().id(), rest)));
        }
        if (!rows.isEmpty()) {
            section(
                    "rests",
                    "What protection cost",
                    "",
                    "How long sites rested because of what they measure",
                    List.of("Site", "Run", "Times", "In all"),
                    rows);
        }
    }

    private static Page.Row row(RunId run, SiteRest rest) {
        return Page.Row.of(
                Page.text(rest.site().value()),
                Page.run(run),
                Page.number(rest.times().size(), Words.number(rest.times().size())),
                Page.number(rest.whole().toMillis(), Words.duration(rest.whole())));
    }
}
