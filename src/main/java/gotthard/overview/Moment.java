package gotthard.overview;

import gotthard.graph.StepId;
import gotthard.journal.Entry;
import gotthard.journal.Event;
import gotthard.journal.Operation;
import gotthard.journal.Request;
import gotthard.journal.RunState;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// One entry of a run's journal as people read it.
///
/// @param seq the entry's number
/// @param kind as the journal calls it: `step.verified/1`
/// @param step that it is about; empty where it is about the whole run
/// @param stage where that step stands after it
/// @param attempt which attempt begins with it, in its generation
/// @param says what explains it, in one sentence; may be empty
/// @param next what to do, or empty where nothing is to be done
/// @param details all that was recorded, line by line: differences, output, what a verification told
public record Moment(
        long seq,
        Instant at,
        String kind,
        Optional<StepId> step,
        Optional<Stage> stage,
        OptionalInt attempt,
        String says,
        String next,
        List<String> details) {
    public Moment {
        details = List.copyOf(details);
    }

    /// Puts an entry into words.
    ///
    /// @param after the run's state after it
    public static Moment of(RunState after, Entry entry) {
        Optional<StepId> step = about(entry.event());
        MomentWords words = MomentWords.of(entry);
        return new Moment(
                entry.seq(),
                entry.at(),
                entry.kind(),
                step,
                step.map(
                        id ->
                                Stage.of(
                                        after.step(id).state(),
                                        after.opening().selection().has(id),
                                        after.ending().isPresent(),
                                        entry.at())),
                words.attempt(),
                words.says(),
                words.next(),
                words.details());
    }

    /// The step that an event is about, be it asked for or recorded.
    public static Optional<StepId> about(Event event) {
        return switch (event) {
            case Event.OfStep ofStep -> Optional.of(ofStep.step());
            case Event.RequestAccepted(_, var request) -> about(request);
            case Event.RequestRefused(_, var request, _) -> about(request);
            case Event.RunOpened _,
                    Event.RunExpects _,
                    Event.RunAmended _,
                    Event.RunResumed _,
                    Event.RunTurned _,
                    Event.RunEnded _,
                    Event.RunCancelled _,
                    Event.RunCollected _,
                    Event.RunImported _,
                    Event.RunWaived _,
                    Event.SitePaused _,
                    Event.SiteResumed _,
                    Event.Unknown _ ->
                    Optional.empty();
        };
    }

    private static Optional<StepId> about(Request request) {
        return switch (request) {
            case Request.Approve(var step, _, _, _, _) -> Optional.of(step);
            case Request.Rollback _, Request.Stop _, Operation.Cancel _ -> Optional.empty();
            case Operation.Pause(_, var step, _) -> step;
            case Operation.Resume(_, var step) -> step;
            case Operation.Retry(_, var step) -> Optional.of(step);
            case Operation.Skip(_, var step, _) -> Optional.of(step);
            case Operation.RollbackStep(_, var step, _) -> Optional.of(step);
            case Operation.Resolve resolve -> Optional.of(resolve.step());
        };
    }
}
