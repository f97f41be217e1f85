package gotthard.run;

import gotthard.action.Verdict;
import gotthard.graph.StepId;
import gotthard.journal.Event;
import gotthard.journal.RunState;
import gotthard.journal.StepRecord;
import gotthard.journal.StepState;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/// Verifies afresh every step that was verified. Drift is a result, and is recorded; what could not be read is a result too, and is not.
public final class Recheck implements Round.Task {
    private final SequencedMap<StepId, Verdict> verdicts = new LinkedHashMap<>();

    Recheck() {}

    Result in(Round round) throws InterruptedException {
        return switch (round.of(Recheck::isChecked, this)) {
            case ALL -> new Result.Checked(round.run(), verdicts);
            case STOPPED -> new Result.Stopped();
            case OVERTAKEN -> new Result.Overtaken();
        };
    }

    private static boolean isChecked(StepRecord record) {
        return record.state() instanceof StepState.Verified
                || record.state() instanceof StepState.Stale;
    }

    @Override
    public Order.Job job(StepRecord step, Instant deadline) {
        return new Order.Check(step.id(), step.generation(), deadline, step.checkpoint());
    }

    @Override
    public Optional<Event> reported(Signal.Report report) {
        if (!(report instanceof Signal.Checked(var step, var verdict))) {
            return Optional.empty();
        }
        verdicts.put(step, verdict);
        return switch (verdict) {
            case Verdict.Holds _, Verdict.Differs _ ->
                    Optional.of(new Event.StepVerified(step, verdict));
            case Verdict.Underway _, Verdict.Unreadable _ -> Optional.empty();
        };
    }

    /// What verifying afresh led to.
    public sealed interface Result {
        /// All were asked.
        ///
        /// @param verdicts of every step that was verified before, in the order in which they came
        record Checked(RunState state, SequencedMap<StepId, Verdict> verdicts) implements Result {
            /// Whether everything still holds.
            public boolean holds() {
                return verdicts.values().stream()
                        .allMatch(verdict -> verdict instanceof Verdict.Holds);
            }
        }

        record Stopped() implements Result {}

        record Overtaken() implements Result {}
    }
}
