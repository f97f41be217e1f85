package gotthard.web.pages;

import gotthard.graph.StepId;
import gotthard.inventory.SiteName;
import gotthard.overview.Moment;
import gotthard.overview.Overview;
import gotthard.overview.StepRow;
import gotthard.overview.StepStory;
import gotthard.overview.WayBack;
import gotthard.page.Html;
import gotthard.page.Page;
import gotthard.report.Words;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/// What happened to one step, in order, and what may be done about it.
final class StepPage {
    private static final int MOST_NAMES = 16;
    private static final int MOST_OPEN = 12;

    private final Overview overview;
    private final StepStory story;
    private final Map<StepId, StepRow> rows = new HashMap<>();

    StepPage(Overview overview, StepStory story) {
        this.overview = overview;
        this.story = story;
        overview.steps().forEach(row -> rows.put(row.id(), row));
    }

    String write() {
        String run = overview.run().id().value();
        var addresses = new Addresses(overview);
        String name = story.step().value();
        var frame =
                new Frame(
                        name,
                        List.of(
                                new Frame.Crumb(run, addresses.run(overview.run().id())),
                                new Frame.Crumb(name, "")),
                        List.of(
                                "page",
                                "step",
                                "run",
                                run,
                                "step",
                                name,
                                "seq",
                                Long.toString(seq())));
        return frame.around(this::content, addresses);
    }

    /// The latest entry that the page tells something of.
    private long seq() {
        return LongStream.concat(
                        overview.steps().stream().flatMapToLong(row -> row.entry().stream()),
                        story.moments().stream().mapToLong(Moment::seq))
                .max()
                .orElse(0);
    }

    private void content(Page page) {
        Html html = page.html();
        html.open("h1").element("code", story.step().value()).closeLine();
        Optional.ofNullable(rows.get(story.step()))
                .ifPresentOrElse(
                        row -> known(page, row),
                        () -> page.paragraph(Page.text("The plan of this run has no such step.")));
        story(page);
        if (rows.containsKey(story.step())) {
            around(page, Objects.requireNonNull(rows.get(story.step())));
        }
    }

    private void story(Page page) {
        Html html = page.html();
        html.open("section", "id", "story").element("h2", "What happened to it");
        if (story.moments().isEmpty()) {
            page.paragraph(Page.text("Nothing yet."));
        } else {
            html.open("ol", "class", "story");
            story.moments().forEach(moment -> moment(page, moment));
            html.closeLine();
        }
        html.closeLine();
    }

    private void known(Page page, StepRow row) {
        Html html = page.html();
        html.open("section", "id", "summary", "aria-label", "How it stands");
        html.open("p", "class", "standing");
        StepList.state(html, row);
        html.text(" " + Words.capital(row.summary())).closeLine();
        html.open("dl", "class", "figures");
        figure(html, "Attempts", Words.number(row.attempts()));
        figure(html, "Took", row.duration().map(Words::duration).orElse("–"));
        figure(
                html,
                "Compared",
                row.evidence()
                        .map(it -> Words.number(it.compared()) + " of " + Words.number(it.of()))
                        .orElse("nothing yet"));
        figure(
                html,
                "Content",
                row.evidence()
                        .filter(it -> it.bytes() > 0)
                        .map(it -> Words.bytes(it.bytes()))
                        .orElse("–"));
        html.closeLine();
        row.progress()
                .ifPresent(
                        it ->
                                page.paragraph(
                                        Page.bar(ProgressWords.share(it)),
                                        Page.text(ProgressWords.of(it))));
        trouble(page, row);
        Commands.releasing(row).forEach(command -> WaitPart.command(html, command));
        WaitPart.command(html, Commands.status(row.run()));
        html.closeLine();
    }

    private static void figure(Html html, String name, String words) {
        html.open("div").element("dt", name).element("dd", words).closeLine();
    }

    private void trouble(Page page, StepRow row) {
        Html html = page.html();
        row.failure()
                .ifPresent(
                        failure -> {
                            html.open("div", "class", "trouble failing");
                            html.open("p").element("strong", failure.what()).closeLine();
                            if (!failure.next().isEmpty()) {
                                html.element("p", "What next: " + failure.next());
                            }
                            html.closeLine();
                        });
        row.hold()
                .ifPresent(
                        hold ->
                                html.open("div", "class", "trouble waiting")
                                        .element("p", "Waits for " + hold.releasedBy())
                                        .closeLine());
    }

    /// What stands before and after it, and what going back would mean.
    private void around(Page page, StepRow row) {
        Html html = page.html();
        html.open("section", "id", "around").element("h2", "Where it stands in the plan");
        html.open("dl", "class", "facts");
        fact(page, "Kind", Page.code(row.kind()));
        fact(page, "Sites", Page.text(sites(row)));
        fact(page, "Needs", names(page, row.needs()));
        fact(page, "Needed by", names(page, dependants()));
        fact(page, "Undoing it", Page.text(undo(row)));
        html.closeLine();
        String undo = Commands.undo(row.run(), row.id());
        if (isUndone(row) && !Commands.releasing(row).contains(undo)) {
            WaitPart.command(html, undo);
        }
        html.closeLine();
    }

    private static void fact(Page page, String name, Page.Content what) {
        page.html().open("div").element("dt", name).open("dd");
        page.write(what);
        page.html().close().closeLine();
    }

    private static String sites(StepRow row) {
        return row.sites().isEmpty()
                ? "none"
                : row.sites().stream()
                        .map(SiteName::value)
                        .sorted()
                        .collect(Collectors.joining(", "));
    }

    private List<StepId> dependants() {
        return overview.steps().stream()
                .filter(row -> row.needs().contains(story.step()))
                .map(StepRow::id)
                .toList();
    }

    private Page.Content names(Page page, List<StepId> steps) {
        if (steps.isEmpty()) {
            return Page.text("nothing");
        }
        return _ -> {
            page.html().open("ul", "class", "names");
            steps.stream().limit(MOST_NAMES).forEach(step -> name(page, step));
            page.html().close();
            if (steps.size() > MOST_NAMES) {
                page.html().text("and " + Words.number(steps.size() - (long) MOST_NAMES) + " more");
            }
        };
    }

    private void name(Page page, StepId step) {
        StepRow row = rows.get(step);
        page.html().open("li");
        if (row == null) {
            page.html().element("code", step.value());
        } else {
            page.write(Page.step(row.origin()));
            StepList.state(page.html().text(" "), row);
        }
        page.html().closeLine();
    }

    private boolean isUndone(StepRow row) {
        return overview.wayBack().steps().contains(row.id());
    }

    private String undo(StepRow row) {
        if (overview.wayBack().kind() == WayBack.Kind.CLOSED) {
            return "no more: what was kept for it at the sites was removed";
        }
        return isUndone(row)
                ? "a rollback brings back what was there before, after undoing all that needs it"
                : "nothing of it stands that a rollback would undo";
    }

    private static void moment(Page page, Moment moment) {
        Html html = page.html();
        html.open("li").open("p", "class", "moment");
        page.time(moment.at());
        html.text(" ").element("strong", kind(moment.kind()));
        moment.stage().ifPresent(stage -> StepList.state(html.text(" "), stage));
        html.text(" ").element("span", "entry " + Words.number(moment.seq()), "class", "quiet");
        html.closeLine();
        if (!moment.says().isEmpty()) {
            html.element("p", moment.says()).text("\n");
        }
        if (!moment.next().isEmpty()) {
            html.open("p").element("strong", "What next:").text(" " + moment.next()).closeLine();
        }
        details(html, moment);
        html.closeLine();
    }

    /// `step verified` of `step.verified/1`.
    private static String kind(String kind) {
        String name = kind.contains("/") ? kind.substring(0, kind.indexOf('/')) : kind;
        return name.replace('.', ' ').replace('-', ' ');
    }

    private static void details(Html html, Moment moment) {
        if (moment.details().isEmpty()) {
            return;
        }
        String id = "m" + moment.seq();
        if (moment.details().size() <= MOST_OPEN) {
            html.open("details", "id", id, "open", "");
        } else {
            html.open("details", "id", id);
        }
        html.element("summary", Words.counted(moment.details().size(), "line"));
        html.openWide("aria-label", "Lines of entry " + moment.seq()).open("pre");
        moment.details().forEach(line -> html.element("span", line));
        html.close().close().closeLine();
    }
}
