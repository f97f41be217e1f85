package gotthard.web.pages;

import gotthard.graph.StepId;
import gotthard.overview.Overview;
import gotthard.overview.ProgrammeOverview;
import gotthard.page.CellSection;
import gotthard.page.Html;
import gotthard.page.Page;
import gotthard.report.Words;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// One run: how it goes, what waits, what needs what, where its cells are, and all of its steps.
final class RunPage {
    private static final int MOST_OPEN = 4;

    private final Overview overview;
    private final Addresses addresses;
    private final Clusters clusters;

    RunPage(Overview overview) {
        this.overview = overview;
        addresses = new Addresses(overview);
        clusters = Clusters.of(overview.steps());
    }

    String write(long seq) {
        var frame =
                new Frame(
                        overview.run().title(),
                        List.of(new Frame.Crumb(overview.run().id().value(), "")),
                        List.of(
                                "page",
                                "run",
                                "run",
                                overview.run().id().value(),
                                "seq",
                                Long.toString(seq)));
        return frame.around(this::content, addresses);
    }

    private void content(Page page) {
        page.html().element("h1", overview.run().title()).text("\n");
        new Summary(page).write(overview);
        page.html().open("div", "class", "beside");
        new WaitPart(page, overview).write(overview.waiting());
        HappenedPart.write(page, overview);
        page.html().closeLine();
        graph(page);
        cells(page);
        new StepList(page, addresses, clusters).write(overview.steps());
    }

    private void graph(Page page) {
        new GraphPart(page.html(), addresses).write(clusters);
        page.html().element("section", "", "id", "opened", "aria-live", "off").text("\n");
    }

    private void cells(Page page) {
        Html html = page.html();
        html.open("section", "id", "cells-part");
        int cells = overview.matrix().rows().size();
        if (cells > 0) {
            html.element("h2", "Cells at their sites");
            if (cells > MOST_OPEN) {
                html.open("details", "id", "cells-all");
            } else {
                html.open("details", "id", "cells-all", "open", "");
            }
            html.element(
                    "summary",
                    Words.number(overview.matrix().verified())
                            + " of "
                            + Words.counted(overview.matrix().moving(), "cell")
                            + " verified at every target");
            new CellSection(page).write(ProgrammeOverview.of(List.of(overview)));
            html.closeLine();
        }
        html.closeLine();
    }

    /// What changes while the run goes on, by the ids of its elements: all that sums up, and the rows of some steps.
    Map<String, String> parts(Set<StepId> touched) {
        var parts = new LinkedHashMap<String, String>();
        parts.put("summary", part(page -> new Summary(page).write(overview)));
        parts.put("waits", part(page -> new WaitPart(page, overview).write(overview.waiting())));
        parts.put("happened", part(page -> HappenedPart.write(page, overview)));
        parts.put("graph", part(page -> new GraphPart(page.html(), addresses).write(clusters)));
        parts.put("cells-part", part(this::cells));
        parts.put("count-all", count("all", overview.steps().size()));
        Map<Condition, Integer> counts = Condition.counts(overview.steps());
        for (Condition condition : Condition.values()) {
            parts.put(
                    "count-" + condition.key(),
                    count(condition.key(), counts.getOrDefault(condition, 0)));
        }
        overview.steps().stream()
                .filter(row -> touched.contains(row.id()))
                .forEach(row -> parts.put(addresses.id(row), part(page -> list(page).row(row))));
        return parts;
    }

    private StepList list(Page page) {
        return new StepList(page, addresses, clusters);
    }

    private String count(String key, int count) {
        return part(page -> list(page).count(key, count));
    }

    private String part(Consumer<Page> writing) {
        Html html = Html.part();
        writing.accept(new Page(html, addresses));
        return html.document();
    }
}
