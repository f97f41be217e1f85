package gotthard.overview;

import gotthard.action.Difference;
import gotthard.action.Evidence;
import gotthard.action.Failure;
import gotthard.action.Progress;
import gotthard.graph.StepId;
import gotthard.graph.WrittenAges;
import gotthard.graph.WrittenTimes;
import gotthard.journal.Event;
import gotthard.journal.Hold;
import gotthard.journal.Opening;
import gotthard.journal.Resolution;
import gotthard.journal.RunState;
import gotthard.journal.StepRecord;
import gotthard.journal.StepState;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Makes the rows of a run's steps.
final class StepRows {
    private final RunState state;
    private final Traces traces;
    private final Map<StepId, Progress> progress;
    private final Instant now;
    private final WrittenAges ages;
    private final Optional<WrittenTimes> times;
    private final Rests rests;

    StepRows(RunState state, Traces traces, Map<StepId, Progress> progress, Instant now) {
        this.state = state;
        this.traces = traces;
        this.progress = progress;
        this.now = now;
        rests = traces.rests(now);
        ages = WrittenAges.of(state.opening().documents(), state.opening().planSource());
        times = times(state.opening());
    }

    /// Read only where a day is written, because it takes as long as the plan is.
    private static Optional<WrittenTimes> times(Opening opening) {
        return opening.documents().getOrDefault(opening.planSource(), "").contains("notBefore")
                ? Optional.of(WrittenTimes.of(opening.documents(), opening.planSource()))
                : Optional.empty();
    }

    Rests rests() {
        return rests;
    }

    /// In the order of the plan.
    List<StepRow> all() {
        return state.opening().steps().stream().map(this::row).toList();
    }

    private StepRow row(Opening.Listed listed) {
        StepRecord step = state.step(listed.id());
        History history = traces.history(listed.id());
        Stage stage =
                Stage.of(
                        step.state(),
                        state.opening().selection().has(listed.id()),
                        state.ending().isPresent(),
                        now);
        return new StepRow(
                state.id(),
                listed.id(),
                history.entry(),
                listed.kind(),
                listed.summary(),
                listed.sites(),
                listed.effects(),
                stage,
                since(step),
                history.began(),
                history.attempted(),
                history.duration(now),
                history.attempts(),
                history.undoAttempts(),
                step.generation(),
                listed.needs().stream().sorted().toList(),
                begins(stage) ? waitsFor(listed) : List.of(),
                begins(stage) ? notBefore(listed.id(), step.state()) : Optional.empty(),
                hold(step.state()),
                evidence(step.state(), history),
                history.total(),
                rests.waited(listed, now),
                stage == Stage.VERIFIED ? ages.of(listed.id()) : Optional.empty(),
                failure(step.state()),
                stage.isActive() || stage == Stage.UNKNOWN
                        ? Optional.ofNullable(progress.get(listed.id()))
                        : Optional.empty(),
                history.kept());
    }

    /// Whether an attempt of it is still to begin, or to begin once more.
    private boolean begins(Stage stage) {
        return switch (stage) {
            case PENDING, HELD, RETRYING, CHANGED, FAILED -> true;
            case ROLLED_BACK -> state.direction() == Event.Direction.FORWARD;
            case LEFT_OUT,
                    RUNNING,
                    APPLIED,
                    VERIFIED,
                    SKIPPED,
                    RESOLVED,
                    WAIVED,
                    WAIVER_ENDED,
                    UNKNOWN,
                    ROLLING_BACK,
                    ROLLBACK_FAILED ->
                    false;
        };
    }

    private Optional<Instant> notBefore(StepId step, StepState standing) {
        Optional<Instant> day =
                times.flatMap(all -> all.notBefore(step))
                        .map(it -> it.atStartOfDay(ZoneOffset.UTC).toInstant());
        return Stream.concat(day.stream(), hold(standing).flatMap(StepRows::notBefore).stream())
                .max(Comparator.naturalOrder());
    }

    private static Optional<Instant> notBefore(Hold hold) {
        return switch (hold) {
            case Hold.AwaitsWindow(_, var opens) -> Optional.of(opens);
            case Hold.AwaitsDay(_, var begins) -> Optional.of(begins);
            case Hold.Frozen(_, var ends) -> Optional.of(ends);
            case Hold.AwaitsApproval _,
                    Hold.AwaitsQuorum _,
                    Hold.AwaitsValue _,
                    Hold.Foreign _,
                    Hold.ReliedUpon _,
                    Hold.Drifted _,
                    Hold.Deviates _,
                    Hold.Breach _,
                    Hold.Unreadable _,
                    Hold.WaiverEnded _,
                    Hold.Paused _ ->
                    Optional.empty();
        };
    }

    private List<StepId> waitsFor(Opening.Listed listed) {
        return listed.needs().stream()
                .filter(need -> !state.step(need).isSettled())
                .sorted()
                .toList();
    }

    private static Optional<Instant> since(StepRecord step) {
        return switch (step.state()) {
            case StepState.Pending _ -> Optional.empty();
            case StepState.Running(var since) -> Optional.of(since);
            case StepState.Applied(var since) -> Optional.of(since);
            case StepState.Verified(var at, _, _) -> Optional.of(at);
            case StepState.Stale(var at, _) -> Optional.of(at);
            case StepState.Skipped(var at, _, _) -> Optional.of(at);
            case StepState.Resolved(var at, _, _) -> Optional.of(at);
            case StepState.Failed(var at, _, _) -> Optional.of(at);
            case StepState.RollingBack(var since) -> Optional.of(since);
            case StepState.RolledBack(var at) -> Optional.of(at);
            case StepState.Held _, StepState.Unknown _, StepState.RollbackFailed _ -> step.ended();
        };
    }

    private static Optional<Hold> hold(StepState state) {
        return state instanceof StepState.Held(var hold) ? Optional.of(hold) : Optional.empty();
    }

    private static Optional<Evidence> evidence(StepState state, History history) {
        return switch (state) {
            case StepState.Verified(_, _, var evidence) -> Optional.of(evidence);
            case StepState.Resolved(_, _, var how) ->
                    how.basis() instanceof Resolution.Basis.Verified(var evidence)
                            ? Optional.of(evidence)
                            : Optional.empty();
            case StepState.RolledBack _ -> history.restored();
            case StepState.Pending _,
                    StepState.Running _,
                    StepState.Applied _,
                    StepState.Stale _,
                    StepState.Held _,
                    StepState.Skipped _,
                    StepState.Failed _,
                    StepState.Unknown _,
                    StepState.RollingBack _,
                    StepState.RollbackFailed _ ->
                    Optional.empty();
        };
    }

    private static Optional<Failure> failure(StepState state) {
        return switch (state) {
            case StepState.Failed(_, var failure, _) -> Optional.of(failure);
            case StepState.Unknown(var failure) -> Optional.of(failure);
            case StepState.RollbackFailed(var failure) -> Optional.of(failure);
            case StepState.Stale(_, var differences) -> Optional.of(changed(differences));
            case StepState.Resolved(_, _, var how) -> waiver(how);
            case StepState.Pending _,
                    StepState.Running _,
                    StepState.Applied _,
                    StepState.Verified _,
                    StepState.Held _,
                    StepState.Skipped _,
                    StepState.RollingBack _,
                    StepState.RolledBack _ ->
                    Optional.empty();
        };
    }

    /// A waiver whose end has come leaves something to do.
    private static Optional<Failure> waiver(Resolution how) {
        return how.basis() instanceof Resolution.Basis.Waived(var until, var found, _)
                ? Optional.of(
                        Failure.refused(
                                "the waiver of "
                                        + how.by()
                                        + " counts until "
                                        + until
                                        + "; found was: "
                                        + UnprovenSteps.sentence(found),
                                "have it verified with gotthard resolve, or waived anew"))
                : Optional.empty();
    }

    private static Failure changed(List<Difference> differences) {
        return Failure.refused(
                Differences.sentence(differences),
                "find out who changed it, then apply the plan again or roll back");
    }
}
