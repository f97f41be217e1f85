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
import gotthard.world.Effect;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Sets the number of replicas of a workload. Names no client library.
///
/// @param workload its kind, namespace and name
record ScaleAction(
        EndpointName cluster,
        Workload workload,
        int replicas,
        Duration patience,
        List<Effect> effects)
        implements Action {
    ScaleAction {
        effects = List.copyOf(effects);
    }

    /// Which workload.
    record Workload(ResourceType type, String namespace, String name) {
        @Override
        public String toString() {
            return type.kind() + " " + namespace + "/" + name;
        }
    }

    @Override
    public Declaration declaration() {
        return new Declaration(
                "scale " + workload + " at " + cluster.site() + " to " + replicas,
                Set.of(cluster.site()),
                effects,
                List.of("the new number of replicas, some of which may not be ready"),
                Declaration.Reversal.RESTORES,
                Set.copyOf(new Needed(cluster).forScaling(workload)),
                Declaration.Guard.DETECTED,
                Declaration.Guard.DETECTED);
    }

    @Override
    public ByHand byHand(Prompt prompt) {
        return new ClusterByHand(cluster, prompt).scaling(workload, replicas, patience);
    }

    @Override
    public Prediction predict(Context context, Forecast earlier)
            throws InterruptedException, Unreachable {
        return Scaling.of(this, context).predict(earlier);
    }

    @Override
    public Verdict verify(Context context) throws InterruptedException, Unreachable {
        return Scaling.of(this, context).verify();
    }

    @Override
    public Optional<String> marked(Context context) throws InterruptedException, Unreachable {
        return Scaling.of(this, context).marked();
    }

    @Override
    public Captured capture(Context context) throws InterruptedException, Unreachable {
        return Scaling.of(this, context).capture();
    }

    @Override
    public Outcome apply(Context context, Before before) throws InterruptedException, Unreachable {
        return Scaling.of(this, context).apply();
    }

    @Override
    public Outcome rollback(Context context, Before before)
            throws InterruptedException, Unreachable {
        return Scaling.of(this, context).rollback(Scaling.replicas(before));
    }

    @Override
    public Verdict restored(Context context, Before before)
            throws InterruptedException, Unreachable {
        return Scaling.of(this, context).restored(Scaling.replicas(before));
    }
}
