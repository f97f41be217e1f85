package gotthard.kubernetes;

import gotthard.action.Access;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Applies manifests to clusters. Names no client library, so that a plan can be read without loading one.
///
/// @param patience how long to wait until everything is ready
record ApplyAction(
        List<EndpointName> clusters,
        List<Manifest> manifests,
        Duration patience,
        List<Effect> effects)
        implements Action {
    ApplyAction {
        clusters = List.copyOf(clusters);
        manifests = List.copyOf(manifests);
        effects = List.copyOf(effects);
    }

    @Override
    public Declaration declaration() {
        String what =
                manifests.size() == 1
                        ? manifests.getFirst().thing()
                        : manifests.size() + " objects";
        String where =
                clusters.stream()
                        .map(cluster -> cluster.site().value())
                        .collect(Collectors.joining(" and "));
        return new Declaration(
                "apply " + what + " to " + where,
                clusters.stream().map(EndpointName::site).collect(Collectors.toSet()),
                effects,
                List.of(
                        "objects that were applied before the attempt ended, each with the step's mark"),
                Declaration.Reversal.RESTORES,
                access(),
                Declaration.Guard.DETECTED,
                Declaration.Guard.DETECTED);
    }

    private Set<Access> access() {
        var access = new LinkedHashSet<Access>();
        for (EndpointName cluster : clusters) {
            access.addAll(new Needed(cluster).forApplying(manifests));
        }
        return access;
    }

    @Override
    public ByHand byHand(Prompt prompt) {
        return ByHand.Told.all(
                clusters.stream()
                        .map(
                                cluster ->
                                        new ClusterByHand(cluster, prompt)
                                                .applying(manifests, patience))
                        .toList());
    }

    @Override
    public Prediction predict(Context context, Forecast earlier)
            throws InterruptedException, Unreachable {
        return Looking.at(this, context).predict(earlier);
    }

    @Override
    public Verdict verify(Context context) throws InterruptedException, Unreachable {
        return Looking.at(this, context).verify();
    }

    @Override
    public Optional<String> marked(Context context) throws InterruptedException, Unreachable {
        return Looking.at(this, context).marked();
    }

    @Override
    public Set<String> runs(Context context) throws InterruptedException, Unreachable {
        return Looking.at(this, context).runs();
    }

    @Override
    public Captured capture(Context context) throws InterruptedException, Unreachable {
        return Looking.at(this, context).capture();
    }

    @Override
    public Outcome apply(Context context, Before before) throws InterruptedException, Unreachable {
        return Applying.to(this, context, before).apply();
    }

    @Override
    public Outcome rollback(Context context, Before before)
            throws InterruptedException, Unreachable {
        return Restoring.to(this, context, before).rollback();
    }

    @Override
    public Verdict restored(Context context, Before before)
            throws InterruptedException, Unreachable {
        return Restoring.to(this, context, before).verify();
    }
}
