package gotthard.overview;

import gotthard.inventory.SiteName;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// How a site was spared in a run, because of what it measures: what protection cost there.
///
/// @param whole for how long in all
/// @param times each time, the first first
public record SiteRest(SiteName site, Duration whole, List<Time> times) {
    public SiteRest {
        times = List.copyOf(times);
    }

    /// Once; while no process has the run, nothing waits, and the time does not count.
    ///
    /// @param isOver whether it goes on again, or the process or the way forward ended
    /// @param signal the name of what is measured
    /// @param value what was measured when it began
    /// @param wanted what it should be: `at most 0.5`
    public record Time(
            Instant since,
            Duration lasted,
            boolean isOver,
            String signal,
            String value,
            String wanted) {
        /// With what came after another process had taken the run over.
        Time and(Time rest) {
            return new Time(since, lasted.plus(rest.lasted), rest.isOver, signal, value, wanted);
        }
    }
}
