package gotthard.preview;

import gotthard.action.Action;
import gotthard.action.Before;
import gotthard.action.Captured;
import gotthard.action.Context;
import gotthard.action.Declaration;
import gotthard.action.Evidence;
import gotthard.action.Forecast;
import gotthard.action.Outcome;
import gotthard.action.Prediction;
import gotthard.action.Unreachable;
import gotthard.action.Verdict;
import gotthard.action.Work;
import gotthard.graph.Step;
import gotthard.graph.StepId;
import gotthard.inventory.EndpointName;
import gotthard.inventory.SiteName;
import gotthard.plan.OnFailure;
import gotthard.problem.Place;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/// An action that only predicts, as a test tells it to.
public final class Foreseen implements Action {
    public static final SiteName SITE = new SiteName("zurich-1");
    public static final EndpointName CLUSTER = EndpointName.cluster(SITE);

    private final String summary;
    private final Predicting predicting;

    public Foreseen(String summary, Predicting predicting) {
        this.summary = summary;
        this.predicting = predicting;
    }

    /// How it predicts.
    public interface Predicting {
        Prediction predict(Forecast earlier) throws Unreachable, InterruptedException;
    }

    public static Step step(String id, Set<String> needs, Work.Single work) {
        return new Step(
                new StepId(id),
                "foreseen",
                1,
                Set.copyOf(needs.stream().map(StepId::new).toList()),
                work,
                OnFailure.ROLLBACK,
                Duration.ofMinutes(1),
                1,
                Place.of("plan.yaml"),
                "00");
    }

    @Override
    public Declaration declaration() {
        return new Declaration(
                summary,
                Set.of(SITE),
                List.of(),
                List.of(),
                Declaration.Reversal.RESTORES,
                Set.of(),
                Declaration.Guard.DETECTED,
                Declaration.Guard.NONE);
    }

    @Override
    public Prediction predict(Context context, Forecast earlier)
            throws Unreachable, InterruptedException {
        return predicting.predict(earlier);
    }

    @Override
    public Verdict verify(Context context) {
        throw new AssertionError("a preview only predicts");
    }

    @Override
    public Captured capture(Context context) {
        throw new AssertionError("a preview only predicts");
    }

    @Override
    public Outcome apply(Context context, Before before) {
        throw new AssertionError("a preview only predicts");
    }

    @Override
    public Outcome rollback(Context context, Before before) {
        throw new AssertionError("a preview only predicts");
    }

    @Override
    public Verdict restored(Context context, Before before) {
        return new Verdict.Holds(Evidence.of(0, "nothing"));
    }
}
