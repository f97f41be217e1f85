package gotthard.overview;

import gotthard.graph.StepId;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// When a run ends: a range, from what was measured, or the reason why there is none.
///
/// The earliest end is reached when steps run side by side as far as their needs allow, each as fast as the fastest of its kind. The latest
/// is reached when each is as slow as the slowest of its kind, and no more of them run side by side than did in this run on average. A step
/// that runs and knows its total is also reckoned by its own rate so far.
public sealed interface Forecast {
    /// It is over.
    record Ended(Instant at) implements Forecast {}

    /// It ends between the two.
    record Between(Instant earliest, Instant latest, Basis basis) implements Forecast {}

    /// So much work follows once somebody has released what waits, or has taken the run up again; nobody can say when that is.
    record Following(Duration least, Duration most, Basis basis) implements Forecast {}

    /// Nothing that was measured says when it ends.
    ///
    /// @param steps those of which nothing is known, in the order of the plan
    record None(Reason reason, List<StepId> steps) implements Forecast {
        public None {
            steps = List.copyOf(steps);
        }
    }

    /// What a range is computed from.
    ///
    /// @param remaining steps that are still to be done
    /// @param past ended steps of their kinds whose durations were taken
    /// @param measured remaining steps that were reckoned by their own rate
    record Basis(int remaining, int past, int measured) {}

    /// Why there is no range.
    enum Reason {
        /// They run, no step of their kind has ended yet, and how much they have to do is not known.
        NO_TOTAL,
        /// No step of their kind has ended yet.
        NO_PAST,
        /// They have run for longer than any of their kind before.
        LONGER_THAN_ANY,
        /// The run goes back, or has gone.
        GOES_BACK
    }
}
