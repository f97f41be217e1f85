package gotthard.report;

import gotthard.overview.Overview;
import gotthard.overview.SiteRest;
import gotthard.overview.StepRow;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What protecting sites cost: how often and for how long they rested and why, and which steps waited for that.
final class RestWords {
    private static final int MOST_TIMES = 10;

    private final Markdown markdown;

    RestWords(Markdown markdown) {
        this.markdown = markdown;
    }

    void add(int level, Overview overview) {
        if (overview.rests().isEmpty()) {
            return;
        }
        markdown.heading(level, "What protection cost");
        markdown.table(
                List.of("site", "rested", "in all", "because of"),
                overview.rests().stream().map(RestWords::row).toList());
        List<StepRow> waited =
                overview.steps().stream().filter(step -> step.rested().isPresent()).toList();
        if (waited.isEmpty()) {
            markdown.paragraph("No step waited for that.");
            return;
        }
        markdown.table(
                List.of("step", "waited for sites that rested"),
                waited.stream()
                        .map(
                                step ->
                                        List.of(
                                                Markdown.code(step.id().value()),
                                                Words.duration(step.rested().orElseThrow())))
                        .toList());
    }

    private static List<String> row(SiteRest rest) {
        return List.of(
                Markdown.escaped(rest.site().value()),
                Words.counted(rest.times().size(), "time"),
                Words.duration(rest.whole()),
                rest.times().stream()
                                .limit(MOST_TIMES)
                                .map(time -> Markdown.escaped(sentence(time)))
                                .collect(Collectors.joining("; "))
                        + more(rest));
    }

    private static String more(SiteRest rest) {
        int more = rest.times().size() - MOST_TIMES;
        return more > 0 ? "; and " + Words.counted(more, "time") + " more" : "";
    }

    /// `metadata-p99 was 0.61, wanted at most 0.5, for 2 min 3 s from 2019-12-31 10:00:00`.
    private static String sentence(SiteRest.Time time) {
        return time.signal()
                + " was "
                + time.value()
                + ", wanted "
                + time.wanted()
                + ", for "
                + Words.duration(time.lasted())
                + (time.isOver() ? "" : " so far")
                + " from "
                + Words.moment(time.since());
    }

    /// The same in plain lines.
    static List<String> lines(Overview overview) {
        var lines = new ArrayList<String>();
        for (SiteRest rest : overview.rests()) {
            lines.add(
                    rest.site()
                            + " rested "
                            + Words.counted(rest.times().size(), "time")
                            + ", "
                            + Words.duration(rest.whole())
                            + " in all");
            rest.times().forEach(time -> lines.add("    " + sentence(time)));
        }
        for (StepRow step : overview.steps()) {
            step.rested()
                    .ifPresent(
                            time ->
                                    lines.add(
                                            step.id()
                                                    + " waited "
                                                    + Words.duration(time)
                                                    + " for sites that rested"));
        }
        return lines;
    }
}
