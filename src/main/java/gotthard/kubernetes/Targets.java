package gotthard.kubernetes;

import gotthard.action.Context;
import gotthard.action.Failure;
import gotthard.action.Unreachable;
import gotthard.inventory.EndpointName;

import java.util.ArrayList;
import java.util.List;

/// Opens the clusters of an action and finds out how each of its kinds is named there.
final class Targets {
    private static final ClusterConnector CONNECTOR = new ClusterConnector();

    private Targets() {}

    static ClusterConnection open(Context context, EndpointName cluster)
            throws Unreachable, InterruptedException {
        return context.open(CONNECTOR, cluster);
    }

    /// Every object at every cluster.
    ///
    /// @throws Unreachable also when a cluster does not know a kind
    static List<Target> of(ApplyAction action, Context context)
            throws Unreachable, InterruptedException {
        var targets = new ArrayList<Target>();
        for (EndpointName name : action.clusters()) {
            ClusterConnection cluster = open(context, name);
            for (Manifest manifest : action.manifests()) {
                var type = cluster.type(manifest.apiVersion(), manifest.kind());
                if (type.isEmpty()) {
                    throw new Unreachable(
                            Failure.refused(
                                    "%s does not know the kind %s of %s"
                                            .formatted(
                                                    name, manifest.kind(), manifest.apiVersion()),
                                    "apply its CustomResourceDefinition in an earlier step"));
                }
                targets.add(new Target(cluster, type.get(), manifest));
            }
        }
        return List.copyOf(targets);
    }
}
