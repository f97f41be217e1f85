package gotthard.proof;

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
import gotthard.world.Effect;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// An action that only declares what it would do.
record Declaring(List<Effect> effects, boolean isIrreversible) implements Action {
    @Override
    public Declaration declaration() {
        Set<SiteName> sites =
                effects.stream()
                        .flatMap(effect -> effect.shows().stream())
                        .collect(Collectors.toSet());
        return new Declaration(
                "declares",
                sites,
                effects,
                List.of(),
                isIrreversible ? Declaration.Reversal.IRREVERSIBLE : Declaration.Reversal.RESTORES,
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
