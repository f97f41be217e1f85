package gotthard.rehearsal;

import gotthard.action.Action;
import gotthard.action.Before;
import gotthard.action.ByHand;
import gotthard.action.Captured;
import gotthard.action.Context;
import gotthard.action.Declaration;
import gotthard.action.Forecast;
import gotthard.action.Outcome;
import gotthard.action.Prediction;
import gotthard.action.Prompt;
import gotthard.action.Unreachable;
import gotthard.action.Verdict;
import gotthard.graph.StepId;

import java.util.Optional;
import java.util.Set;

/// An action of a coordinator that may meet a fault.
record FatedAction(StepId step, Action action, Fate fate) implements Action {
    @Override
    public Declaration declaration() {
        return action.declaration();
    }

    @Override
    public ByHand byHand(Prompt prompt) {
        return action.byHand(prompt);
    }

    @Override
    public Prediction predict(Context context, Forecast earlier)
            throws InterruptedException, Unreachable {
        return action.predict(context, earlier);
    }

    @Override
    public Verdict verify(Context context) throws InterruptedException, Unreachable {
        fate.breathe();
        return action.verify(context);
    }

    @Override
    public Optional<String> marked(Context context) throws InterruptedException, Unreachable {
        return action.marked(context);
    }

    @Override
    public Set<String> runs(Context context) throws InterruptedException, Unreachable {
        return action.runs(context);
    }

    @Override
    public Captured capture(Context context) throws InterruptedException, Unreachable {
        fate.comesTo(Direction.FORWARD, step);
        return action.capture(context);
    }

    @Override
    public Outcome apply(Context context, Before before) throws InterruptedException, Unreachable {
        return fate.attempt(Direction.FORWARD, step, () -> action.apply(context, before));
    }

    @Override
    public Outcome rollback(Context context, Before before)
            throws InterruptedException, Unreachable {
        fate.comesTo(Direction.BACK, step);
        return fate.attempt(Direction.BACK, step, () -> action.rollback(context, before));
    }

    @Override
    public Verdict restored(Context context, Before before)
            throws InterruptedException, Unreachable {
        fate.breathe();
        return action.restored(context, before);
    }

    @Override
    public Outcome collect(Context context) throws InterruptedException, Unreachable {
        return action.collect(context);
    }
}
