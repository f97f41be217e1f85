package gotthard.page;

import gotthard.overview.Ahead;
import gotthard.overview.BackUntil;
import gotthard.overview.CellSummary;
import gotthard.overview.Changes;
import gotthard.overview.Forecast;
import gotthard.overview.Light;
import gotthard.overview.Overview;
import gotthard.overview.Phase;
import gotthard.overview.ProgrammeOverview;
import gotthard.overview.Stage;
import gotthard.overview.Waiting;
import gotthard.report.CellWords;
import gotthard.report.Headline;
import gotthard.report.PhaseWords;
import gotthard.report.Words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The first screen: what somebody with one minute wants to know.
final class Glance {
    private static final int MOST = 4;

    private final Page page;
    private final Html html;
    private final ProgrammeOverview programme;

    Glance(Page page, ProgrammeOverview programme) {
        this.page = page;
        this.html = page.html();
        this.programme = programme;
    }

    /// The light, and the numbers that count.
    void standing() {
        html.open("p", "class", "standing");
        page.write(Page.light(programme.light()));
        html.text(" " + lights() + " As of ");
        page.time(programme.at());
        html.text(" UTC.").closeLine();
        html.open("dl", "class", "figures");
        long verified = steps(Stage.VERIFIED) + steps(Stage.RESOLVED);
        long asked = programme.latest().stream().mapToLong(it -> it.run().asked()).sum();
        figure("Steps verified", "phases", "steps-verified", verified, of(verified, asked));
        if (!programme.cells().isEmpty()) {
            long cells = programme.matrix().verified();
            figure(
                    "Cells verified at every target",
                    "cells",
                    "cells-verified",
                    cells,
                    of(cells, programme.matrix().moving()));
            long things = programme.matrix().compared().things();
            figure("Files compared", "sites", "things", things, Words.number(things));
            long bytes = programme.matrix().compared().bytes();
            figure("Content compared", "sites", "bytes", bytes, Words.bytes(bytes));
        }
        html.closeLine();
    }

    private static String of(long some, long all) {
        return Words.number(some) + " of " + Words.number(all);
    }

    private long steps(Stage stage) {
        return programme.latest().stream().mapToLong(it -> it.run().count(stage)).sum();
    }

    private String lights() {
        var counts = new EnumMap<Light, Integer>(Light.class);
        programme.phases().forEach(phase -> counts.merge(phase.rule().light(), 1, Integer::sum));
        programme.ahead().stream()
                .flatMap(plan -> plan.light().stream())
                .forEach(light -> counts.merge(light, 1, Integer::sum));
        if (programme.phases().size() == 1 && programme.ahead().isEmpty()) {
            return "Because " + programme.phases().getFirst().rule().words() + ".";
        }
        var parts = new ArrayList<String>();
        for (Light light : List.of(Light.RED, Light.AMBER, Light.GREEN)) {
            int count = counts.getOrDefault(light, 0);
            if (count > 0) {
                parts.add(Words.number(count) + " " + light.word());
            }
        }
        long notBegun = programme.ahead().stream().filter(plan -> !plan.isOverdue()).count();
        if (notBegun > 0) {
            parts.add(Words.number(notBegun) + " not begun");
        }
        int plans = programme.phases().size() + programme.ahead().size();
        return "Of " + plans + " plans: " + String.join(", ", parts) + ".";
    }

    private void figure(String name, String anchor, String id, long value, String words) {
        html.open("div").element("dt", name).open("dd", "id", id);
        page.write(Page.link(anchor, Page.number(value, words)));
        html.close().closeLine();
    }

    /// The four questions.
    void answers() {
        html.open("div", "class", "answers");
        answer("Is it on time?", time(), plans() - MOST, "phases");
        answer(
                "What is blocked, and by whom?",
                blocked(),
                programme.waiting().size() - MOST,
                "waits");
        answer("Until when can we go back?", back(), 0, "cells");
        answer("What has changed?", changed(), 0, "changes");
        html.closeLine();
    }

    /// Those of which it can be said whether they are on time.
    private int plans() {
        return programme.phases().size()
                + (int) programme.ahead().stream().filter(Ahead::isOverdue).count();
    }

    private void answer(String question, List<Page.Content> items, int more, String anchor) {
        html.open("section").element("h2", question);
        page.items(items);
        if (more > 0) {
            page.paragraph(
                    Page.link(anchor, Page.text("and " + Words.number(more) + " more, below")));
        }
        html.closeLine();
    }

    /// What should have begun, then the worst, then those that are due first.
    private List<Page.Content> time() {
        Stream<Page.Content> overdue =
                programme.ahead().stream().filter(Ahead::isOverdue).map(Glance::time);
        return Stream.concat(overdue, judged()).limit(MOST).toList();
    }

    private Stream<Page.Content> judged() {
        return programme.phases().stream()
                .sorted(
                        Comparator.comparing((Phase phase) -> phase.rule().light())
                                .reversed()
                                .thenComparing(Glance::byDue))
                .map(Glance::time);
    }

    private static String byDue(Phase phase) {
        return phase.overview().run().terms().due().map(Object::toString).orElse("~");
    }

    private static Page.Content time(Ahead plan) {
        return Page.both(
                Page.light(plan.light().orElseThrow()),
                Page.text(" "),
                Page.link("ahead", Page.code(plan.plan().value())),
                Page.text(": " + Ahead.OVERDUE + "; due " + PhaseWords.due(plan.due())));
    }

    private static Page.Content time(Phase phase) {
        return Page.both(
                Page.light(phase.rule().light()),
                Page.text(" "),
                Page.link("phases", Page.code(phase.overview().run().plan().value())),
                Page.text(": " + phase.rule().words() + "; due "),
                PhaseSection.due(phase),
                Page.text(phase.forecast() instanceof Forecast.Ended ? "; " : "; forecast: "),
                PhaseSection.forecast(phase.forecast()));
    }

    private List<Page.Content> blocked() {
        List<Waiting> waiting = programme.waiting();
        if (waiting.isEmpty()) {
            return List.of(Page.text("Nothing waits for anybody."));
        }
        return waiting.stream().limit(MOST).map(Glance::blocked).toList();
    }

    private static Page.Content blocked(Waiting waiting) {
        return Page.both(
                Page.step(waiting.origin()),
                Page.text(" of "),
                Page.run(waiting.origin().run()),
                Page.text(": "),
                page -> page.html().element("strong", CellWords.owner(waiting)),
                Page.text("; waits for " + waiting.what() + "; since "),
                Page.moment(waiting.since()));
    }

    private List<Page.Content> back() {
        if (programme.cells().isEmpty()) {
            return programme.latest().stream().limit(MOST).map(Glance::back).toList();
        }
        var kinds = new LinkedHashMap<String, List<CellSummary>>();
        programme
                .cells()
                .forEach(
                        cell ->
                                kinds.computeIfAbsent(
                                                kind(cell.backUntil()), _ -> new ArrayList<>())
                                        .add(cell));
        return kinds.entrySet().stream().map(Glance::back).toList();
    }

    private static Page.Content back(Overview overview) {
        return Page.both(
                Page.run(overview.run().id()),
                Page.text(": " + Headline.wayBack(overview.wayBack())));
    }

    private static Page.Content back(Map.Entry<String, List<CellSummary>> kind) {
        List<CellSummary> cells = kind.getValue();
        Page.Content count =
                Page.link("cells", Page.number(cells.size(), Words.counted(cells.size(), "cell")));
        return cells.size() == 1
                ? Page.both(
                        Page.cell(cells.getFirst().cell()),
                        Page.text(": " + CellWords.backUntil(cells.getFirst().backUntil())))
                : Page.both(count, Page.text(": " + kind.getKey()));
    }

    private static String kind(BackUntil until) {
        return switch (until) {
            case BackUntil.Nothing _, BackUntil.NoEnd _ -> CellWords.backUntil(until);
            case BackUntil.Before(_, var earliest) ->
                    earliest.isPresent()
                            ? "until a deletion begins, which has a date, see each"
                            : "until a deletion begins; no date is set, see each";
            case BackUntil.Over _ -> "no way back any more";
        };
    }

    private List<Page.Content> changed() {
        return programme
                .changes()
                .map(Glance::changed)
                .orElse(
                        List.of(
                                Page.text(
                                        "No earlier moment was asked for; report --since compares with one.")));
    }

    private static List<Page.Content> changed(Changes changes) {
        var items = new ArrayList<Page.Content>();
        items.add(
                Page.both(Page.text("Since "), page -> page.time(changes.since()), Page.text(":")));
        if (changes.isEmpty()) {
            items.add(Page.text("nothing"));
        }
        if (!changes.opened().isEmpty()) {
            items.add(
                    Page.link(
                            "changes",
                            Page.text(Words.counted(changes.opened().size(), "run") + " began")));
        }
        if (!changes.cells().isEmpty()) {
            items.add(
                    Page.link(
                            "changes",
                            Page.text(
                                    Words.counted(changes.cells().size(), "cell")
                                            + " with other shares")));
        }
        PhaseWords.moves(changes).entrySet().stream()
                .limit(MOST)
                .forEach(
                        move ->
                                items.add(
                                        Page.link(
                                                "changes",
                                                Page.text(
                                                        Words.counted(move.getValue(), "step")
                                                                + ": "
                                                                + move.getKey()))));
        return items;
    }
}
