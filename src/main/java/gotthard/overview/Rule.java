package gotthard.overview;

import gotthard.journal.Ending;
import gotthard.journal.Event;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// Which light a plan gets, and why: the first of these that is true of its latest run, from above. A due day is on time until it ends, in UTC.
public enum Rule {
    ROLLBACK_FAILED(Light.RED, "a rollback failed"),
    FAILED(Light.RED, "a step failed for good"),
    UNKNOWN(Light.RED, "it is unknown how a step ended"),
    CHANGED(Light.RED, "what was verified was found changed"),
    OVERDUE(Light.RED, "its due day is over, and it is not done"),
    LATE(Light.RED, "the earliest end forecast is after its due day"),
    WAITS(Light.AMBER, "something waits to be released"),
    BACK(Light.AMBER, "it was rolled back, is going back, or was cancelled"),
    UNPROVEN(Light.AMBER, "something counts without a verification or a proof"),
    DONE_LATE(Light.AMBER, "it was done after its due day"),
    DONE(Light.GREEN, "it is done"),
    STOPPED(Light.AMBER, "nothing carries it out at the moment"),
    MAY_BE_LATE(Light.AMBER, "the latest end forecast is after its due day"),
    NOT_KNOWN(Light.AMBER, "it has a due day, and nothing measured says when it ends"),
    ON_TIME(Light.GREEN, "the latest end forecast is on time"),
    UNDERWAY(Light.GREEN, "it has no due day, and goes straight on");

    private final Light light;
    private final String words;

    Rule(Light light, String words) {
        this.light = light;
        this.words = words;
    }

    public Light light() {
        return light;
    }

    /// What is true, as part of a sentence.
    public String words() {
        return words;
    }

    static Rule of(Overview overview, Forecast forecast) {
        var judged = new Case(overview, forecast);
        return List.of(values()).stream()
                .filter(rule -> rule.isTrueOf(judged))
                .findFirst()
                .orElseThrow();
    }

    private boolean isTrueOf(Case judged) {
        return switch (this) {
            case ROLLBACK_FAILED -> judged.has(Stage.ROLLBACK_FAILED, Ending.ROLLBACK_FAILED);
            case FAILED -> judged.has(Stage.FAILED, Ending.FAILED);
            case UNKNOWN -> judged.has(Stage.UNKNOWN, Ending.UNKNOWN);
            case CHANGED -> judged.overview.run().count(Stage.CHANGED) > 0;
            case OVERDUE -> !judged.isDone() && judged.isTooLate(Optional.of(judged.overview.at()));
            case LATE -> judged.isTooLate(judged.earliest());
            case WAITS -> !judged.overview.waiting().isEmpty();
            case BACK -> judged.goesBack();
            case UNPROVEN -> judged.hasUnproven();
            case DONE_LATE -> judged.isDone() && judged.isTooLate(judged.overview.run().ended());
            case DONE -> judged.isDone();
            case STOPPED -> judged.overview.run().ending().isPresent();
            case MAY_BE_LATE -> judged.isTooLate(judged.latest());
            case NOT_KNOWN -> judged.due().isPresent() && judged.latest().isEmpty();
            case ON_TIME -> judged.due().isPresent();
            case UNDERWAY -> true;
        };
    }

    /// What is judged.
    private record Case(Overview overview, Forecast forecast) {
        boolean has(Stage stage, Ending how) {
            return overview.run().count(stage) > 0
                    || overview.run().ending().filter(how::equals).isPresent();
        }

        boolean isDone() {
            return overview.run().ending().filter(Ending.DONE::equals).isPresent();
        }

        boolean goesBack() {
            return overview.run().direction() == Event.Direction.BACK
                    || overview.run().ending().filter(Ending.CANCELLED::equals).isPresent();
        }

        boolean hasUnproven() {
            return !overview.unproven().isEmpty() || !overview.operations().answeredFor().isEmpty();
        }

        Optional<LocalDate> due() {
            return overview.run().terms().due();
        }

        boolean isTooLate(Optional<Instant> moment) {
            Optional<Instant> over =
                    due().map(day -> day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
            return over.isPresent() && moment.filter(it -> !it.isBefore(over.get())).isPresent();
        }

        Optional<Instant> earliest() {
            return switch (forecast) {
                case Forecast.Between(var earliest, _, _) -> Optional.of(earliest);
                case Forecast.Following(var least, _, _) -> Optional.of(overview.at().plus(least));
                case Forecast.Ended _, Forecast.None _ -> Optional.empty();
            };
        }

        Optional<Instant> latest() {
            return switch (forecast) {
                case Forecast.Between(_, var latest, _) -> Optional.of(latest);
                case Forecast.Following _, Forecast.Ended _, Forecast.None _ -> Optional.empty();
            };
        }
    }
}
