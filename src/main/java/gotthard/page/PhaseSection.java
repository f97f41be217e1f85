package gotthard.page;

import gotthard.overview.Ahead;
import gotthard.overview.Forecast;
import gotthard.overview.Phase;
import gotthard.overview.ProgrammeOverview;
import gotthard.overview.RunSummary;
import gotthard.overview.Stage;
import gotthard.report.Headline;
import gotthard.report.PhaseWords;
import gotthard.report.Words;

import java.util.List;
import java.util.Optional;

/// The plans: how each stands, who answers for it, and how it stands against its due day.
final class PhaseSection {
    private static final List<String> HEADS =
            List.of(
                    "Plan",
                    "Light",
                    "What it brings",
                    "Stands",
                    "Owner",
                    "Steps verified",
                    "Began",
                    "Due",
                    "Forecast of its end",
                    "Computed from");

    private static final List<String> AHEAD =
            List.of(
                    "Plan",
                    "Stands",
                    "What it brings",
                    "Owner",
                    "Due",
                    "After",
                    "Steps",
                    "What it moves");

    private final Page page;

    PhaseSection(Page page) {
        this.page = page;
    }

    void write(ProgrammeOverview programme) {
        page.html().open("section");
        page.heading("phases", "Plans against their due days");
        new Timeline(page.html()).draw(programme);
        page.table(
                "plans",
                "Each plan by its latest run",
                HEADS,
                programme.phases().stream().map(PhaseSection::row).toList());
        page.paragraph(
                Page.text(PhaseWords.METHOD + " "),
                Page.link("rules", Page.text("What the lights mean")));
        if (!programme.ahead().isEmpty()) {
            page.table(
                    "ahead",
                    "Plans of the programme that have not begun",
                    AHEAD,
                    programme.ahead().stream().map(PhaseSection::row).toList());
        }
        page.html().closeLine();
    }

    private static Page.Row row(Ahead plan) {
        return Page.Row.of(
                Page.code(plan.plan().value()),
                plan.light()
                        .map(light -> Page.both(Page.light(light), Page.text(": " + Ahead.OVERDUE)))
                        .orElseGet(() -> Page.text(PhaseWords.standing(plan))),
                Page.text(plan.title()),
                Page.text(plan.owner()),
                page -> page.html().element("span", PhaseWords.due(plan.due()), "class", "when"),
                Page.text(PhaseWords.after(plan)),
                Page.number(plan.steps(), Words.number(plan.steps())),
                Page.text(PhaseWords.moving(plan)));
    }

    private static Page.Row row(Phase phase) {
        RunSummary run = phase.overview().run();
        return Page.Row.of(
                Page.both(Page.code(run.plan().value()), Page.text(" "), Page.run(run.id())),
                Page.both(Page.light(phase.rule().light()), Page.text(": " + phase.rule().words())),
                Page.text(run.title()),
                Page.text(Headline.standing(phase.overview())),
                Page.text(PhaseWords.owner(phase)),
                verified(run),
                Page.moment(Optional.of(run.started())),
                due(phase),
                forecast(phase.forecast()),
                Page.text(PhaseWords.basis(phase.forecast())));
    }

    static Page.Content due(Phase phase) {
        return page -> page.html().element("span", PhaseWords.due(phase), "class", "when");
    }

    /// The words of the forecast, with its moments as such.
    static Page.Content forecast(Forecast forecast) {
        return switch (forecast) {
            case Forecast.Ended(var at) ->
                    Page.both(Page.text("ended "), Page.moment(Optional.of(at)));
            case Forecast.Between(var earliest, var latest, _) ->
                    Page.both(
                            Page.moment(Optional.of(earliest)),
                            Page.text(" to "),
                            Page.moment(Optional.of(latest)));
            case Forecast.Following _, Forecast.None _ -> Page.text(PhaseWords.forecast(forecast));
        };
    }

    private static Page.Content verified(RunSummary run) {
        int verified = run.count(Stage.VERIFIED) + run.count(Stage.RESOLVED);
        return page ->
                Page.to(
                                page.places().run(run.id()),
                                Page.number(
                                        verified,
                                        Words.number(verified)
                                                + " of "
                                                + Words.number(run.asked())))
                        .accept(page);
    }
}
