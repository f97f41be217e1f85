package gotthard.action;

import java.util.Optional;
import java.util.Set;

/// A change at one or more sites that can be predicted, verified, applied and undone.
///
/// An action holds no state of its own between calls: a call may happen in another process, days after the one before.
/// Failures of the world are values; [Unreachable] may be thrown from anywhere and is taken for "failed, try again";
/// a RuntimeException is a bug.
public interface Action {
    /// What it does, where, and how it can be undone. Pure.
    Declaration declaration();

    /// How a person does the same without this program, for a runbook. Pure. What does not tell it is pointed out there.
    default ByHand byHand(Prompt prompt) {
        return new ByHand.Untold();
    }

    /// What [#apply] would change now. Changes nothing.
    ///
    /// @param earlier what the steps before it will have changed by then
    Prediction predict(Context context, Forecast earlier) throws InterruptedException, Unreachable;

    /// Whether the sites are as this step wants them. Changes nothing.
    Verdict verify(Context context) throws InterruptedException, Unreachable;

    /// What carries [Context#key] at the sites, in words; nothing where nothing does, or where this action leaves no mark.
    /// Changes nothing. Asked before the first intent of a generation: what is found then was done by this run after the
    /// last that its journal knows, which happens where a journal was restored from a backup.
    default Optional<String> marked(Context context) throws InterruptedException, Unreachable {
        return Optional.empty();
    }

    /// The names of runs whose marks stand where this step would leave its own, as far as marks tell them. Changes nothing.
    default Set<String> runs(Context context) throws InterruptedException, Unreachable {
        return Set.of();
    }

    /// What is there before the first change, without what carries [Context#key], enough to restore it. Called once a generation, before the intent.
    Captured capture(Context context) throws InterruptedException, Unreachable;

    /// Makes it so, and returns when the attempt has ended. What it makes carries [Context#key]; finding that key already
    /// there, it attaches or resumes; finding somebody else's, it refuses. Repeating it under one key is idempotent.
    Outcome apply(Context context, Before before) throws InterruptedException, Unreachable;

    /// Restores `before`: only what this run's key marks. Also after an [#apply] that ended half-way.
    Outcome rollback(Context context, Before before) throws InterruptedException, Unreachable;

    /// Whether what [#rollback] promises holds. Changes nothing.
    Verdict restored(Context context, Before before) throws InterruptedException, Unreachable;

    /// Removes what stands beside its work at the sites for the way back alone, such as lists and marks. Nobody asks for
    /// [#rollback] under this key any more; [#verify] still holds where it did. Repeating it is idempotent.
    default Outcome collect(Context context) throws InterruptedException, Unreachable {
        return new Outcome.AlreadyDone();
    }
}
