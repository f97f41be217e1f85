package gotthard.run;

import java.time.Instant;

/// A job that has not reported yet.
///
/// @param until its deadline; once cancelled, until when its report is awaited
/// @param cancelled whether it was told to stop; its report then tells only that it has ended
record Flight(Order.Job job, Instant until, boolean cancelled) {
    Flight cancelledAt(Instant awaited) {
        return new Flight(job, awaited, true);
    }

    /// Whether it may change a site, or precedes a change.
    boolean isForward() {
        return switch (job) {
            case Order.Look _, Order.Apply _, Order.Check _ -> true;
            case Order.Undo _, Order.CheckRestored _, Order.Collect _ -> false;
        };
    }
}
