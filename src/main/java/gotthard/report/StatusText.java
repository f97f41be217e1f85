package gotthard.report;

import gotthard.overview.Overview;
import gotthard.overview.StepRow;
import gotthard.overview.Waiting;

import java.util.ArrayList;
import java.util.List;

/// Where a run stands, in plain lines.
public final class StatusText {
    private StatusText() {}

    /// The standing, each step, what waits and what to do about it.
    public static List<String> lines(Overview overview) {
        var lines = new ArrayList<String>();
        lines.add(overview.run().id() + ": " + Headline.standing(overview));
        lines.add(overview.run().title());
        lines.add("");
        int width =
                overview.steps().stream()
                        .mapToInt(step -> step.id().value().length())
                        .max()
                        .orElse(0);
        overview.steps().forEach(step -> lines.add(step(step, width)));
        lines.add("");
        for (Waiting waiting : overview.waiting()) {
            lines.add(waiting.step() + " waits for " + waiting.what());
            lines.add("    " + waiting.releasedBy());
        }
        lines.addAll(RestWords.lines(overview));
        lines.add(Headline.wayBack(overview.wayBack()));
        return List.copyOf(lines);
    }

    private static String step(StepRow row, int width) {
        String took = row.duration().map(duration -> "  " + Words.duration(duration)).orElse("");
        String remark =
                row.evidence()
                        .map(evidence -> "  " + evidence.statement() + StepWords.counts(row))
                        .or(() -> row.progress().map(progress -> "  " + progress.doing()))
                        .orElse("");
        return row.id().value()
                + " ".repeat(width - row.id().value().length() + 2)
                + row.stage().word()
                + took
                + remark;
    }
}
