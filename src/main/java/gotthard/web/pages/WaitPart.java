package gotthard.web.pages;

import gotthard.graph.StepId;
import gotthard.overview.Overview;
import gotthard.overview.StepRow;
import gotthard.overview.Waiting;
import gotthard.page.Html;
import gotthard.page.Page;
import gotthard.report.CellWords;
import gotthard.report.Words;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What does not go on by itself: who can release it, and by what command.
final class WaitPart {
    private static final int MOST = 20;

    private final Page page;
    private final Html html;
    private final Map<StepId, StepRow> steps = new HashMap<>();

    WaitPart(Page page, Overview overview) {
        this.page = page;
        html = page.html();
        overview.steps().forEach(row -> steps.put(row.id(), row));
    }

    void write(List<Waiting> waiting) {
        html.open("section", "id", "waits").element("h2", "What waits");
        if (waiting.isEmpty()) {
            page.paragraph(Page.text("Nothing waits for anybody."));
        } else {
            html.open("ul", "class", "waits");
            waiting.stream()
                    .sorted(Comparator.comparing(this::condition))
                    .limit(MOST)
                    .forEach(this::one);
            html.closeLine();
        }
        if (waiting.size() > MOST) {
            page.paragraph(
                    Page.to(
                            "#steps",
                            Page.text(
                                    "and "
                                            + Words.number(waiting.size() - (long) MOST)
                                            + " more, below")));
        }
        html.closeLine();
    }

    private Condition condition(Waiting wait) {
        return step(wait).map(row -> Condition.of(row.stage())).orElse(Condition.WAITING);
    }

    private Optional<StepRow> step(Waiting wait) {
        return Optional.ofNullable(steps.get(wait.step()));
    }

    private void one(Waiting wait) {
        html.open("li", "class", condition(wait).key());
        html.open("p");
        page.write(Page.step(wait.origin()));
        step(wait).ifPresent(row -> StepList.state(html.text(" "), row));
        html.closeLine();
        html.open("p").text("For " + wait.what() + ".").closeLine();
        html.open("dl", "class", "facts");
        fact("Who", Page.text(CellWords.owner(wait)));
        fact("Since", Page.moment(wait.since()));
        List<String> commands = step(wait).map(Commands::releasing).orElse(List.of());
        if (commands.stream().noneMatch(wait.releasedBy()::endsWith)) {
            fact("Released by", Page.text(wait.releasedBy()));
        }
        html.closeLine();
        commands.forEach(command -> command(html, command));
        html.closeLine();
    }

    private void fact(String name, Page.Content what) {
        html.open("div").element("dt", name).open("dd");
        page.write(what);
        html.close().closeLine();
    }

    /// One to copy.
    static void command(Html html, String command) {
        html.open("p", "class", "command").element("code", command).closeLine();
    }
}
