package gotthard.report;

import gotthard.graph.StepId;
import gotthard.overview.Ahead;
import gotthard.overview.Changes;
import gotthard.overview.Forecast;
import gotthard.overview.Phase;
import gotthard.overview.Stage;
import gotthard.plan.PlanName;
import gotthard.world.CellId;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How plans stand against their due days, in words: the same in every form of a report.
public final class PhaseWords {
    /// How a forecast is made.
    public static final String METHOD =
            "A forecast is a range, computed from durations that the journal has of the runs reported here. At the earliest, what is left runs"
                    + " side by side as far as its needs allow, each step as fast as the fastest ended step of its kind; at the latest, each is as"
                    + " slow as the slowest, and no more run side by side than did so far on average. A running step whose total is known is also"
                    + " reckoned by its own rate. Where a remaining step has neither, there is no forecast.";

    private static final int MOST_NAMES = 3;

    private PhaseWords() {}

    /// `red: a step failed for good`.
    public static String light(Phase phase) {
        return phase.rule().light().word() + ": " + phase.rule().words();
    }

    /// The last day on which it is on time, or that there is none.
    public static String due(Phase phase) {
        return due(phase.overview().run().terms().due());
    }

    public static String due(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("none");
    }

    /// How a plan stands that has not begun.
    public static String standing(Ahead plan) {
        return plan.light().map(light -> light.word() + ": " + Ahead.OVERDUE).orElse("not begun");
    }

    /// The plans that come before it.
    public static String after(Ahead plan) {
        return plan.after().isEmpty()
                ? "–"
                : String.join(", ", plan.after().stream().map(PlanName::value).toList());
    }

    /// `3 cells: europe/files, …`
    public static String moving(Ahead plan) {
        if (plan.moving().isEmpty()) {
            return "no cell";
        }
        List<String> names = plan.moving().stream().map(CellId::toString).toList();
        return Words.counted(names.size(), "cell") + ": " + some(names);
    }

    /// Who answers for it.
    public static String owner(Phase phase) {
        return phase.overview().run().terms().owner().orElse("unknown");
    }

    /// When it ends, or why that is not known.
    public static String forecast(Forecast forecast) {
        return switch (forecast) {
            case Forecast.Ended(var at) -> "ended " + Words.moment(at);
            case Forecast.Between(var earliest, var latest, _) ->
                    Words.moment(earliest) + " to " + Words.moment(latest);
            case Forecast.Following(var least, var most, _) ->
                    Words.duration(least)
                            + " to "
                            + Words.duration(most)
                            + " of work, once it goes on";
            case Forecast.None(var reason, var steps) -> "none: " + reason(reason, steps);
        };
    }

    /// What a forecast is computed from; nothing where there is none.
    public static String basis(Forecast forecast) {
        return switch (forecast) {
            case Forecast.Between(_, _, var basis) -> basis(basis);
            case Forecast.Following(_, _, var basis) -> basis(basis);
            case Forecast.Ended _, Forecast.None _ -> "";
        };
    }

    private static String basis(Forecast.Basis basis) {
        return Words.counted(basis.remaining(), "step")
                + " left, from "
                + Words.counted(basis.past(), "ended step")
                + " of the same kinds"
                + (basis.measured() == 0
                        ? ""
                        : ", " + Words.number(basis.measured()) + " also by their own rate");
    }

    private static String reason(Forecast.Reason reason, List<StepId> steps) {
        return switch (reason) {
            case NO_PAST -> "no step like " + names(steps) + " has ended yet";
            case NO_TOTAL -> "how much " + names(steps) + " has to do is unknown";
            case LONGER_THAN_ANY -> names(steps) + " has run for longer than any like it before";
            case GOES_BACK -> "it does not go forward";
        };
    }

    private static String names(List<StepId> steps) {
        return some(steps.stream().map(StepId::value).toList());
    }

    private static String some(List<String> names) {
        String first = String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())));
        int more = names.size() - MOST_NAMES;
        return more > 0 ? first + " and " + Words.number(more) + " more" : first;
    }

    /// How many steps went from where to where: `pending → verified`, the most frequent first.
    public static Map<String, Long> moves(Changes changes) {
        var counts = new LinkedHashMap<String, Long>();
        changes.steps().forEach(step -> counts.merge(move(step.from(), step.to()), 1L, Long::sum));
        var sorted = new LinkedHashMap<String, Long>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    /// `pending → verified`.
    public static String move(Stage from, Stage to) {
        return from.word() + " → " + to.word();
    }
}
