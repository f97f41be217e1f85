package gotthard.web.pages;

import gotthard.overview.Forecast;
import gotthard.overview.Overview;
import gotthard.overview.Phase;
import gotthard.overview.ProgrammeOverview;
import gotthard.overview.RunSummary;
import gotthard.overview.StepRow;
import gotthard.overview.Waiting;
import gotthard.page.Html;
import gotthard.page.Page;
import gotthard.report.CellWords;
import gotthard.report.Headline;
import gotthard.report.PhaseWords;
import gotthard.report.Words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// All plans by their latest runs, the worst first, and what waits for whom.
final class HomePage {
    private static final int MOST_WAITS = 12;
    private static final int MOST_RUNS = 50;

    private final ProgrammeOverview programme;
    private final String place;

    HomePage(ProgrammeOverview programme, String place) {
        this.programme = programme;
        this.place = place;
    }

    String write() {
        var frame = new Frame("All plans", List.of(), List.of("page", "home", "place", place));
        return frame.around(this::content, new Addresses(programme.matrix()));
    }

    private void content(Page page) {
        Html html = page.html();
        html.element("h1", "All plans").text("\n");
        html.open("section", "id", "summary", "aria-label", "How it goes");
        html.open("p", "class", "standing");
        page.write(Page.light(programme.light()));
        html.text(" " + Words.counted(programme.latest().size(), "plan") + ", ");
        html.text(Words.counted(programme.runs().size(), "run") + ". As of ");
        page.time(programme.at());
        html.text(".").closeLine();
        html.open("dl", "class", "figures");
        figure(html, "Steps verified", Words.number(verified()) + " of " + Words.number(asked()));
        if (programme.matrix().moving() > 0) {
            figure(
                    html,
                    "Cells verified",
                    Words.number(programme.matrix().verified())
                            + " of "
                            + Words.number(programme.matrix().moving()));
            figure(
                    html,
                    "Content compared",
                    Words.counted(programme.matrix().compared().things(), "file")
                            + ", "
                            + Words.bytes(programme.matrix().compared().bytes()));
        }
        figure(html, "Waits for somebody", Words.counted(programme.waiting().size(), "step"));
        html.close().closeLine();
        waits(page);
        plans(page);
        earlier(page);
    }

    private static void figure(Html html, String name, String words) {
        html.open("div").element("dt", name).element("dd", words).closeLine();
    }

    private long verified() {
        return programme.latest().stream().mapToLong(HomePage::verified).sum();
    }

    private static int verified(Overview overview) {
        return Condition.counts(overview.steps()).getOrDefault(Condition.VERIFIED, 0);
    }

    private long asked() {
        return programme.latest().stream().mapToLong(it -> it.run().asked()).sum();
    }

    private void plans(Page page) {
        Html html = page.html();
        html.open("section", "id", "plans-part").element("h2", "Plans");
        html.open("ol", "class", "plans");
        programme.phases().stream()
                .sorted(
                        Comparator.comparing((Phase phase) -> phase.rule().light())
                                .reversed()
                                .thenComparing(HomePage::byDue))
                .forEach(phase -> plan(page, phase));
        html.close().closeLine();
    }

    private static String byDue(Phase phase) {
        return phase.overview().run().terms().due().map(Object::toString).orElse("~");
    }

    private static void plan(Page page, Phase phase) {
        Html html = page.html();
        Overview overview = phase.overview();
        RunSummary run = overview.run();
        html.open("li").open("p", "class", "plan");
        page.write(Page.light(phase.rule().light()));
        html.text(" ").open("a", "href", page.places().run(run.id())).text(run.title()).close();
        html.closeLine();
        html.open("div", "class", "far");
        Summary summary = new Summary(page);
        summary.counts(Condition.counts(overview.steps()), overview.steps().size());
        html.element("p", share(overview)).closeLine();
        html.open("p", "class", "why");
        summary.standing(phase);
        html.closeLine();
        html.open("dl", "class", "facts");
        fact(page, "Waits for", Page.text(whom(overview.waiting())));
        fact(page, "Due", Page.text(PhaseWords.due(phase)));
        fact(
                page,
                phase.forecast() instanceof Forecast.Ended ? "Ended" : "Forecast",
                phase.forecast() instanceof Forecast.Ended(var at)
                        ? Page.moment(Optional.of(at))
                        : Page.text(PhaseWords.forecast(phase.forecast())));
        fact(page, "Run", Page.code(run.id().value()));
        html.close().closeLine();
    }

    private static String share(Overview overview) {
        int asked = overview.run().asked();
        if (asked == 0) {
            return "no step was asked for";
        }
        return 100L * verified(overview) / asked
                + " % verified: "
                + Words.number(verified(overview))
                + " of "
                + Words.counted(asked, "step");
    }

    private static String whom(List<Waiting> waiting) {
        if (waiting.isEmpty()) {
            return "nobody";
        }
        return String.join(
                        "; ", waiting.stream().map(CellWords::owner).distinct().sorted().toList())
                + ", "
                + Words.counted(waiting.size(), "step");
    }

    private static void fact(Page page, String name, Page.Content what) {
        page.html().open("div").element("dt", name).open("dd");
        page.write(what);
        page.html().close().closeLine();
    }

    private void waits(Page page) {
        Html html = page.html();
        List<Waiting> waiting = programme.waiting();
        html.open("section", "id", "waits").element("h2", "What waits for whom");
        if (waiting.isEmpty()) {
            page.paragraph(Page.text("Nothing waits for anybody."));
        } else {
            html.open("ul", "class", "waits");
            waiting.stream().limit(MOST_WAITS).forEach(wait -> wait(page, wait));
            html.closeLine();
        }
        if (waiting.size() > MOST_WAITS) {
            page.paragraph(
                    Page.text(
                            "and "
                                    + Words.number(waiting.size() - (long) MOST_WAITS)
                                    + " more, on the pages of their runs"));
        }
        html.closeLine();
    }

    private void wait(Page page, Waiting wait) {
        Html html = page.html();
        Optional<StepRow> row =
                programme.latest().stream()
                        .flatMap(overview -> overview.steps().stream())
                        .filter(it -> it.origin().equals(wait.origin()))
                        .findFirst();
        html.open(
                "li",
                "class",
                row.map(it -> Condition.of(it.stage())).orElse(Condition.WAITING).key());
        html.open("p");
        page.write(Page.step(wait.origin()));
        row.ifPresent(it -> StepList.state(html.text(" "), it));
        html.text(" of ");
        page.write(Page.run(wait.origin().run()));
        html.closeLine();
        html.open("p").element("strong", CellWords.owner(wait)).text(", since ");
        page.write(Page.moment(wait.since()));
        html.text(": " + wait.what()).close().closeLine();
    }

    private void earlier(Page page) {
        var runs = new ArrayList<>(programme.runs());
        runs.removeAll(programme.latest());
        if (runs.isEmpty()) {
            return;
        }
        page.html().open("section", "id", "earlier").element("h2", "Earlier runs");
        page.items(runs.reversed().stream().limit(MOST_RUNS).map(HomePage::earlier).toList());
        if (runs.size() > MOST_RUNS) {
            page.paragraph(
                    Page.text(
                            "and "
                                    + Words.number(runs.size() - (long) MOST_RUNS)
                                    + " before; gotthard status --all lists them."));
        }
        page.html().closeLine();
    }

    private static Page.Content earlier(Overview overview) {
        return Page.both(
                Page.run(overview.run().id()),
                Page.text(": " + Headline.standing(overview) + "; begun "),
                Page.moment(Optional.of(overview.run().started())));
    }
}
