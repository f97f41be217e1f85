package gotthard.overview;

import gotthard.journal.Operation;

import java.util.Optional;

/// What an operator asked, as a sentence; what has an event of its own is told there.
final class OperatorWords {
    private OperatorWords() {}

    static Optional<String> of(Operation operation) {
        return switch (operation) {
            case Operation.Pause(var by, var step, var why) ->
                    Optional.of(
                            by
                                    + " paused "
                                    + step.map(id -> "the step " + id).orElse("it")
                                    + (why.isEmpty() ? "" : ": " + why));
            case Operation.Resume(var by, var step) ->
                    Optional.of(
                            by
                                    + " let "
                                    + step.map(id -> "the step " + id).orElse("it")
                                    + " go on");
            case Operation.Retry(var by, var step) ->
                    Optional.of(by + " asked to try " + step + " again");
            case Operation.Cancel(var by, var why) ->
                    Optional.of(by + " asked to end it for good: " + why);
            case Operation.RollbackStep(var by, var step, var why) ->
                    Optional.of(by + " asked to undo " + step + ": " + why);
            case Operation.Skip _, Operation.Resolve _ -> Optional.empty();
        };
    }
}
