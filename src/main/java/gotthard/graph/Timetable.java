package gotthard.graph;

import gotthard.policy.Calendar;
import gotthard.policy.Delay;
import gotthard.policy.Undertaking;
import gotthard.policy.Window;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/// When the steps of a plan may start.
///
/// @param undertakings the steps that something of the calendar concerns
/// @param fresh of the steps whose verification counts only for a while, for how long
public record Timetable(
        Calendar calendar, Map<StepId, Undertaking> undertakings, Map<StepId, Duration> fresh) {
    /// By which everything may start at any time.
    public static final Timetable EMPTY = new Timetable(Calendar.EMPTY, Map.of(), Map.of());

    public Timetable {
        undertakings = Map.copyOf(undertakings);
        fresh = Map.copyOf(fresh);
    }

    /// Why a step may not start now; nothing when it may.
    public Optional<Delay> delay(StepId step, Instant now) {
        return Optional.ofNullable(undertakings.get(step))
                .flatMap(what -> calendar.delay(what, now));
    }

    /// The first day on which a step may start, if the plan says one.
    public Optional<LocalDate> notBefore(StepId step) {
        return Optional.ofNullable(undertakings.get(step)).flatMap(Undertaking::notBefore);
    }

    /// The window of a step, if it has one.
    public Optional<Window> window(StepId step) {
        return Optional.ofNullable(undertakings.get(step))
                .flatMap(Undertaking::window)
                .flatMap(calendar::window);
    }

    /// How old a step's verification may be when something that needs it begins; nothing when it counts for good.
    public Optional<Duration> fresh(StepId step) {
        return Optional.ofNullable(fresh.get(step));
    }
}
