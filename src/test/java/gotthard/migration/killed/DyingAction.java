package gotthard.migration.killed;

import gotthard.action.Action;
import gotthard.action.Before;
import gotthard.action.Captured;
import gotthard.action.Context;
import gotthard.action.Declaration;
import gotthard.action.Forecast;
import gotthard.action.Outcome;
import gotthard.action.Prediction;
import gotthard.action.Unreachable;
import gotthard.action.Verdict;

/// An action whose process may die right before and right after each call.
record DyingAction(Action action, Fate fate) implements Action {
    private interface Call<T> {
        T call() throws InterruptedException, Unreachable;
    }

    @Override
    public Declaration declaration() {
        return action.declaration();
    }

    @Override
    public Prediction predict(Context context, Forecast earlier)
            throws InterruptedException, Unreachable {
        return action.predict(context, earlier);
    }

    @Override
    public Verdict verify(Context context) throws InterruptedException, Unreachable {
        return between("verify", () -> action.verify(context));
    }

    @Override
    public Captured capture(Context context) throws InterruptedException, Unreachable {
        return between("capture", () -> action.capture(context));
    }

    @Override
    public Outcome apply(Context context, Before before) throws InterruptedException, Unreachable {
        return between("apply", () -> action.apply(context, before));
    }

    @Override
    public Outcome rollback(Context context, Before before)
            throws InterruptedException, Unreachable {
        return between("undo", () -> action.rollback(context, before));
    }

    @Override
    public Verdict restored(Context context, Before before)
            throws InterruptedException, Unreachable {
        return between("look whether undone is", () -> action.restored(context, before));
    }

    private <T> T between(String what, Call<T> call) throws InterruptedException, Unreachable {
        String name = what + " " + declaration().summary();
        boundary("before " + name);
        T result = call.call();
        boundary("after " + name);
        return result;
    }

    /// A worker of a dead process says nothing any more; an interrupt is how its thread ends quietly.
    private void boundary(String name) throws InterruptedException {
        if (!fate.survives(name)) {
            throw new InterruptedException("the process is dead");
        }
    }
}
