package gotthard.run;

import gotthard.graph.StepId;
import gotthard.inventory.SiteName;
import gotthard.journal.RunState;

import java.util.Optional;
import java.util.Set;

/// What people asked that keeps a run from going on.
record Rest(RunState run, Way way, Optional<StopLevel> stop) {
    boolean isPaused() {
        return run.operations().paused().isPresent();
    }

    boolean isPaused(StepId id) {
        return way == Way.FORWARD && run.operations().pausedSteps().containsKey(id);
    }

    /// Whether the run is to end and leave what it did; going back, it is not.
    boolean isCancelled() {
        return way == Way.FORWARD && run.operations().cancelled().isPresent();
    }

    /// The sites at which nothing starts; going back, there are none.
    Set<SiteName> spared() {
        return way == Way.FORWARD ? run.operations().sparedSites().keySet() : Set.of();
    }

    boolean isAttending() {
        return stop.equals(Optional.of(StopLevel.ATTEND));
    }

    boolean mayStart() {
        return stop.isEmpty() && !isPaused() && !isCancelled();
    }
}
