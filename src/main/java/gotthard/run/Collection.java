package gotthard.run;

import gotthard.action.Evidence;
import gotthard.action.Failure;
import gotthard.action.Outcome;
import gotthard.graph.StepId;
import gotthard.journal.Event;
import gotthard.journal.StepRecord;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/// Has removed what a run that is over keeps at its sites for its way back. That there is none any more is recorded first.
public final class Collection implements Round.Task {
    private final SequencedMap<StepId, Outcome> outcomes = new LinkedHashMap<>();

    Collection() {}

    /// @param by who asked for it
    Result in(Round round, String by) throws InterruptedException {
        boolean isClosed = round.run().operations().collected().isPresent();
        if (!isClosed && !round.record(new Event.RunCollected(by))) {
            return new Result.Overtaken();
        }
        return switch (round.of(StepRecord::touched, this)) {
            case ALL -> new Result.Made(outcomes);
            case STOPPED -> new Result.Stopped();
            case OVERTAKEN -> new Result.Overtaken();
        };
    }

    @Override
    public Order.Job job(StepRecord step, Instant deadline) {
        return new Order.Collect(step.id(), step.generation(), deadline);
    }

    @Override
    public Optional<Event> reported(Signal.Report report) {
        if (!(report instanceof Signal.Collected(var step, var outcome))) {
            return Optional.empty();
        }
        outcomes.put(step, outcome);
        return outcome instanceof Outcome.Changed(Evidence evidence)
                ? Optional.of(new Event.StepCollected(step, evidence))
                : Optional.empty();
    }

    /// What collecting led to.
    public sealed interface Result {
        /// All were asked.
        ///
        /// @param outcomes of every step that had changed something, in the order in which they came
        record Made(SequencedMap<StepId, Outcome> outcomes) implements Result {
            /// Why something may still be there.
            public Optional<Failure> failure(StepId step) {
                return switch (outcomes.get(step)) {
                    case Outcome.Failed(var failure) -> Optional.of(failure);
                    case Outcome.Unclear(var failure) -> Optional.of(failure);
                    case Outcome.Changed _, Outcome.AlreadyDone _ -> Optional.empty();
                    case null -> Optional.empty();
                };
            }
        }

        record Stopped() implements Result {}

        record Overtaken() implements Result {}
    }
}
