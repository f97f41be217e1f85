package gotthard.graph;

import gotthard.action.Action;
import gotthard.action.Before;
import gotthard.action.Captured;
import gotthard.action.Context;
import gotthard.action.Declaration;
import gotthard.action.Evidence;
import gotthard.action.Forecast;
import gotthard.action.Outcome;
import gotthard.action.Prediction;
import gotthard.action.Verdict;
import gotthard.inventory.SiteName;

import java.util.List;
import java.util.Set;

/// An action that does nothing, for steps of which only the compiled form matters.
record Moving(String summary, SiteName to) implements Action {
    @Override
    public Declaration declaration() {
        return new Declaration(
                summary,
                Set.of(to),
                List.of(),
                List.of(),
                Declaration.Reversal.RESTORES,
                Set.of(),
                Declaration.Guard.NONE,
                Declaration.Guard.NONE);
    }

    @Override
    public Prediction predict(Context context, Forecast earlier) {
        return new Prediction.Nothing("nothing happens");
    }

    @Override
    public Verdict verify(Context context) {
        return new Verdict.Holds(Evidence.of(1, "nothing to compare"));
    }

    @Override
    public Captured capture(Context context) {
        return new Captured.Found(new Before.Absent());
    }

    @Override
    public Outcome apply(Context context, Before before) {
        return new Outcome.AlreadyDone();
    }

    @Override
    public Outcome rollback(Context context, Before before) {
        return new Outcome.AlreadyDone();
    }

    @Override
    public Verdict restored(Context context, Before before) {
        return verify(context);
    }
}
