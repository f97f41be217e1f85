package gotthard.kubernetes;

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
import gotthard.inventory.EndpointName;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Runs one Job to its end. Names no client library.
record JobAction(EndpointName cluster, Manifest manifest, Duration patience) implements Action {
    @Override
    public Declaration declaration() {
        return new Declaration(
                "run " + manifest.thing() + " at " + cluster.site(),
                Set.of(cluster.site()),
                List.of(),
                List.of(
                        "the Job, which may still run",
                        "whatever its program did outside the cluster is not undone"),
                Declaration.Reversal.RESTORES,
                Set.copyOf(new Needed(cluster).forRunning(manifest)),
                Declaration.Guard.ENFORCED,
                Declaration.Guard.DETECTED);
    }

    @Override
    public ByHand byHand(Prompt prompt) {
        return new ClusterByHand(cluster, prompt).running(manifest, patience);
    }

    @Override
    public Prediction predict(Context context, Forecast earlier)
            throws InterruptedException, Unreachable {
        return JobRun.of(this, context).predict(earlier);
    }

    @Override
    public Verdict verify(Context context) throws InterruptedException, Unreachable {
        return JobRun.of(this, context).verify();
    }

    @Override
    public Optional<String> marked(Context context) throws InterruptedException, Unreachable {
        return JobRun.of(this, context).marked();
    }

    /// The Job's name holds the key, so that nothing can have been there before.
    @Override
    public Captured capture(Context context) {
        return new Captured.Found(new Before.Absent());
    }

    @Override
    public Outcome apply(Context context, Before before) throws InterruptedException, Unreachable {
        return JobRun.of(this, context).apply();
    }

    @Override
    public Outcome rollback(Context context, Before before)
            throws InterruptedException, Unreachable {
        return JobRun.of(this, context).rollback();
    }

    @Override
    public Verdict restored(Context context, Before before)
            throws InterruptedException, Unreachable {
        return JobRun.of(this, context).restored();
    }
}
