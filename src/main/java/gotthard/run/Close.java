package gotthard.run;

import gotthard.graph.Step;
import gotthard.graph.StepId;
import gotthard.journal.Ending;
import gotthard.journal.Event;
import gotthard.journal.Hold;
import gotthard.journal.RunState;
import gotthard.journal.StepRecord;
import gotthard.journal.StepState;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Decides at the end of a turn whether this process's part has ended, and when to look up again if not.
final class Close {
    private final Draft draft;
    private final Backward backward;
    private final Options options;

    Close(Draft draft, Backward backward, Options options) {
        this.draft = draft;
        this.backward = backward;
        this.options = options;
    }

    void close() {
        if (draft.stop().filter(level -> level == StopLevel.HALT).isPresent()) {
            draft.end(Ending.STOPPED);
            return;
        }
        if (!draft.flights().isEmpty()) {
            awaitReports();
            return;
        }
        if (draft.rest().isCancelled()) {
            cancel();
            return;
        }
        if (draft.rest().isAttending()) {
            leave();
            return;
        }
        if (draft.stop().isPresent()) {
            draft.end(Ending.STOPPED);
            return;
        }
        if (draft.rest().isPaused() && !draft.isFrozen()) {
            awaitPeople();
            return;
        }
        if (draft.way() == Way.FORWARD) {
            forward();
        } else {
            back();
        }
    }

    private void awaitReports() {
        draft.idle(Optional.empty());
        boolean allGivenUp =
                draft.flights().values().stream()
                        .allMatch(
                                flight ->
                                        flight.cancelled() && !flight.until().isAfter(draft.now()));
        if (allGivenUp) {
            draft.end(Ending.UNKNOWN);
            return;
        }
        draft.flights().values().stream()
                .map(Flight::until)
                .filter(until -> until.isAfter(draft.now()))
                .min(Instant::compareTo)
                .ifPresent(draft::wakeAt);
        if (draft.mayStart()) {
            draft.nextAlarm().ifPresent(draft::wakeAt);
        }
    }

    private void forward() {
        if (draft.isFrozen()) {
            draft.end(hasFailed() ? Ending.FAILED : Ending.WAITING);
            return;
        }
        draft.nextAlarm().ifPresent(draft::wakeAt);
        State state = draft.state();
        boolean isAtSparedSites = !state.agenda().isEmpty();
        if (isAtSparedSites || Schedule.isBusy(state, draft.course())) {
            return;
        }
        List<StepRecord> left =
                draft.course().steps().stream()
                        .filter(draft::isSelected)
                        .map(step -> draft.step(step.id()))
                        .filter(record -> !record.isSettled())
                        .toList();
        if (left.isEmpty()) {
            draft.end(Ending.DONE);
        } else if (left.stream().anyMatch(this::isUnclear)) {
            draft.end(Ending.UNKNOWN);
        } else if (left.stream().anyMatch(this::isUnreadable)) {
            draft.end(Ending.FAILED);
        } else {
            awaitPeople();
        }
    }

    /// Whether a run was frozen by a step that failed for good, and not only by one that is not as predicted.
    private boolean hasFailed() {
        List<StepState> states =
                draft.course().steps().stream().map(step -> draft.step(step.id()).state()).toList();
        return states.stream()
                        .anyMatch(
                                state ->
                                        state instanceof StepState.Failed(_, _, var forGood)
                                                && forGood)
                || states.stream()
                        .noneMatch(state -> state instanceof StepState.Held(Hold.Deviates _));
    }

    private boolean isUnclear(StepRecord record) {
        return record.touched()
                && !draft.rest().isPaused(record.id())
                && (record.state() instanceof StepState.Unknown
                        || record.state() instanceof StepState.Running);
    }

    private boolean isUnreadable(StepRecord record) {
        return !draft.rest().isPaused(record.id())
                && record.state() instanceof StepState.Held(Hold.Unreadable _);
    }

    private void awaitPeople() {
        Instant since = draft.idleSince().orElse(draft.now());
        draft.idle(Optional.of(since));
        Instant until = since.plus(options.patience());
        if (until.isAfter(draft.now())) {
            draft.wakeAt(until);
        } else {
            draft.end(Ending.WAITING);
        }
    }

    private void back() {
        if (draft.nextAlarm().isPresent()) {
            draft.wakeAt(draft.nextAlarm().get());
        } else if (!draft.unsettled().isEmpty()) {
            draft.end(Ending.UNKNOWN);
        } else if (draft.course().steps().stream().map(Step::id).anyMatch(this::remains)) {
            draft.end(isHeld() ? Ending.WAITING : Ending.ROLLBACK_FAILED);
        } else {
            backAsAsked();
        }
    }

    /// Whether a way back goes on as soon as somebody has acted.
    private boolean isHeld() {
        List<StepState> left =
                draft.course().steps().stream()
                        .map(Step::id)
                        .filter(this::remains)
                        .map(id -> draft.step(id).state())
                        .toList();
        return left.stream().anyMatch(WayBack::isHeld)
                && left.stream().noneMatch(StepState.RollbackFailed.class::isInstance);
    }

    private void cancel() {
        draft.record(new Event.RunCancelled());
        draft.finish(Ending.CANCELLED);
    }

    /// Ends this process's part, which carried nothing on. A run that waited or had failed and can go on now is recorded as stopped.
    private void leave() {
        RunState before = draft.state().atStart();
        boolean isLifted = before.operations().paused().isPresent() && !draft.rest().isPaused();
        boolean goesOn = isLifted || !draft.run().steps().equals(before.steps());
        if (goesOn && draft.run().ending().filter(Ending::staysOpen).isPresent()) {
            draft.end(Ending.STOPPED);
        } else {
            draft.finish(Ending.STOPPED);
        }
    }

    private void backAsAsked() {
        if (draft.way() == Way.BACK) {
            draft.end(Ending.ROLLED_BACK);
        } else if (draft.run().operations().cancelled().isPresent()) {
            cancel();
        } else {
            draft.end(Ending.STOPPED);
        }
    }

    private boolean remains(StepId id) {
        return backward.mustUndo(id);
    }
}
