package gotthard.web.pages;

import gotthard.overview.Stage;
import gotthard.overview.StepRow;
import gotthard.page.Html;
import gotthard.page.Page;
import gotthard.report.StepWords;
import gotthard.report.Words;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// All steps of a run, what is urgent first, with the means to look for some of them.
final class StepList {
    private static final int LONGEST_NOTE = 240;

    private final Page page;
    private final Html html;
    private final Addresses addresses;
    private final Clusters clusters;

    StepList(Page page, Addresses addresses, Clusters clusters) {
        this.page = page;
        this.html = page.html();
        this.addresses = addresses;
        this.clusters = clusters;
    }

    /// By condition, and otherwise in the order of the plan.
    static List<StepRow> sorted(List<StepRow> steps) {
        return steps.stream()
                .sorted(Comparator.comparing((StepRow row) -> Condition.of(row.stage())))
                .toList();
    }

    void write(List<StepRow> steps) {
        html.open("section", "id", "list").element("h2", "Steps", "id", "steps");
        html.open("div", "class", "looking");
        html.open("label", "class", "find").element("span", "Find a step");
        html.empty(
                "input",
                "type",
                "search",
                "id",
                "filter",
                "autocomplete",
                "off",
                "spellcheck",
                "false",
                "placeholder",
                "name, site, what it says",
                "aria-keyshortcuts",
                "/");
        html.close();
        html.open("fieldset").element("legend", "Where they stand", "class", "unseen");
        choice("all", "all", steps.size(), true);
        Map<Condition, Integer> counts = Condition.counts(steps);
        for (Condition condition : Condition.values()) {
            choice(
                    condition.key(),
                    condition.sign() + " " + condition.words(),
                    counts.getOrDefault(condition, 0),
                    false);
        }
        html.close();
        html.element("p", "", "id", "found", "class", "quiet", "role", "status").closeLine();
        html.open("ol", "class", "steps", "id", "rows");
        sorted(steps).forEach(this::row);
        html.close().closeLine();
    }

    private void choice(String key, String words, int count, boolean isChosen) {
        html.open("label", "class", "choice " + key);
        if (isChosen) {
            html.empty("input", "type", "radio", "name", "is", "value", key, "checked", "");
        } else {
            html.empty("input", "type", "radio", "name", "is", "value", key);
        }
        html.element("span", words + " ");
        count(key, count);
        html.closeLine();
    }

    /// How many steps stand so; a part of its own, so that what somebody has chosen stays chosen.
    void count(String key, int count) {
        html.element(
                "b",
                Words.number(count),
                "id",
                "count-" + key,
                "class",
                count == 0 ? "none" : "some");
    }

    void row(StepRow row) {
        String id = addresses.id(row);
        Condition condition = Condition.of(row.stage());
        html.open(
                "li",
                "id",
                id,
                "data-is",
                condition.key(),
                "data-of",
                "c" + clusters.number(row.id()));
        html.open("a", "href", addresses.step(row.origin())).text(row.id().value()).close();
        state(html, row);
        html.element("span", row.summary(), "class", "does");
        html.open("span", "class", "note");
        row.progress().ifPresent(it -> page.write(Page.bar(ProgressWords.share(it))));
        html.text(note(row)).close();
        html.open("span", "class", "when");
        row.since().ifPresent(page::time);
        row.duration().ifPresent(took -> html.element("span", took(row, Words.duration(took))));
        html.close().closeLine();
    }

    private static String took(StepRow row, String duration) {
        return row.stage().isActive() ? "for " + duration : "took " + duration;
    }

    /// A sign and a word.
    static void state(Html html, StepRow row) {
        state(html, row.stage());
    }

    static void state(Html html, Stage stage) {
        Condition condition = Condition.of(stage);
        html.open("span", "class", "state " + condition.key())
                .element("span", condition.sign(), "aria-hidden", "true")
                .text(" " + stage.word())
                .close();
    }

    private static String note(StepRow row) {
        String said =
                row.progress()
                        .map(ProgressWords::of)
                        .or(() -> row.hold().map(hold -> "waits for " + hold.releasedBy()))
                        .orElseGet(() -> StepWords.remark(row));
        String tries = row.attempts() > 1 ? "attempt " + row.attempts() + ": " : "";
        String note = tries + (said.equals("–") ? "" : said);
        return note.length() > LONGEST_NOTE ? note.substring(0, LONGEST_NOTE - 1) + "…" : note;
    }
}
