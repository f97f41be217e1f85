package gotthard.files.jobs;

import gotthard.action.Failure;
import gotthard.kubernetes.OwnPod;
import gotthard.transfer.report.Report;

import java.time.Instant;
import java.util.Optional;

/// How far one shard is.
sealed interface Shard {
    /// Movers are at it, or the next ones will be.
    ///
    /// @param stopped what the mover at the source says that can't go on, while the one at the target still waits for it
    record Working(Optional<OwnPod> receiver, Optional<OwnPod> sender, Optional<Report> stopped)
            implements Shard {}

    /// It has ended, and told how.
    ///
    /// @param begun when the mover at the source was started that was there in the end, before it listed; by the clock of its node
    record Ended(Report report, Optional<Instant> begun) implements Shard {}

    /// It could not begin.
    record Stuck(Failure failure) implements Shard {}

    /// It has ended, and nobody knows how.
    record Unknown(Failure failure) implements Shard {}
}
