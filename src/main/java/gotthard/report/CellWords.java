package gotthard.report;

import gotthard.overview.BackUntil;
import gotthard.overview.CellSummary;
import gotthard.overview.Lag;
import gotthard.overview.Total;
import gotthard.overview.Waiting;

import java.util.Optional;
import java.util.stream.Collectors;

/// What is said of a cell as a whole: the same in every form of a report.
public final class CellWords {
    private CellWords() {}

    /// `1,204`, `1,204 (+30 since first verified)`, or that it is unknown.
    public static String total(Optional<Total> total) {
        return total.map(known -> Words.number(known.now()) + grown(known)).orElse("unknown");
    }

    private static String grown(Total total) {
        if (total.grown() == 0) {
            return total.now() == 0 ? " (empty)" : "";
        }
        return " ("
                + (total.grown() > 0 ? "+" : "−")
                + Words.number(Math.abs(total.grown()))
                + " since first verified)";
    }

    /// What was told last, or that nothing was.
    public static String lag(CellSummary cell) {
        return cell.lags().isEmpty()
                ? "unknown"
                : cell.lags().stream()
                        .map(CellWords::lag)
                        .distinct()
                        .collect(Collectors.joining("; "));
    }

    /// `12.0 MB, 40.0 s`.
    static String lag(Lag lag) {
        return Words.bytes(lag.now().bytes()) + ", " + Words.duration(lag.now().age());
    }

    /// Until when it can be rolled back.
    public static String backUntil(BackUntil until) {
        return switch (until) {
            case BackUntil.Nothing _ -> "nothing to roll back";
            case BackUntil.NoEnd _ -> "open, no end recorded";
            case BackUntil.Before(var step, var earliest) ->
                    earliest.map(
                                    moment ->
                                            "at least until "
                                                    + Words.moment(moment)
                                                    + ", before which "
                                                    + step.step()
                                                    + " may not begin")
                            .orElse("until " + step.step() + " begins; no date is set");
            case BackUntil.Over(var since, var step) ->
                    "no more since "
                            + Words.moment(since)
                            + step.map(by -> ", by " + by.step()).orElse(", kept copies removed");
        };
    }

    /// Who has to release it: `platform-lead and supervisor`.
    public static String owner(Waiting waiting) {
        return waiting.owner().orElse("unknown");
    }

    /// Since when, or that it is unknown.
    public static String since(Waiting waiting) {
        return waiting.since().map(Words::moment).orElse("unknown");
    }
}
