package gotthard.kubernetes;

import gotthard.action.Kind;
import gotthard.action.Scope;
import gotthard.action.Work;
import gotthard.inventory.EndpointName;
import gotthard.inventory.Inventory;
import gotthard.inventory.SiteName;
import gotthard.problem.Checked;
import gotthard.shape.Located;
import gotthard.shape.Shape;
import gotthard.world.CellId;
import gotthard.world.Effect;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// The step kind `kubernetes.scale`.
public final class KubernetesScaleKind implements Kind<KubernetesScaleKind.Parameters> {
    private static final int MOST = 10_000;

    /// What a plan writes under `with:`.
    public record Parameters(
            Located<SiteName> to,
            String namespace,
            String kind,
            String name,
            int replicas,
            Duration patience) {}

    @Override
    public String name() {
        return "kubernetes.scale";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String summary() {
        return "Sets the number of replicas of a Deployment or StatefulSet and waits until they are ready.";
    }

    @Override
    public Shape<Parameters> parameters() {
        Shape<SiteName> site = Shape.reference(Inventory.SITE, SiteName::new);
        Shape<String> workload =
                Shape.enumeration(Map.of("Deployment", "Deployment", "StatefulSet", "StatefulSet"));
        return Shape.object(
                fields -> {
                    var to =
                            fields.required(
                                    "to",
                                    site.located(),
                                    "the site whose cluster has the workload");
                    var namespace =
                            fields.required(
                                    "namespace", Shape.name(), "the namespace of the workload");
                    var kind = fields.required("kind", workload, "the kind of the workload");
                    var name = fields.required("name", Shape.name(), "the name of the workload");
                    var replicas =
                            fields.required(
                                    "replicas",
                                    Shape.integer(0, MOST),
                                    "how many replicas it gets");
                    var patience =
                            fields.optional(
                                    "wait",
                                    Shape.duration(),
                                    Duration.ofMinutes(5),
                                    "how long to wait until they are ready");
                    return values ->
                            new Parameters(
                                    values.of(to),
                                    values.of(namespace),
                                    values.of(kind),
                                    values.of(name),
                                    values.of(replicas),
                                    values.of(patience));
                });
    }

    @Override
    public Checked<Work> bind(Parameters with, Scope scope) {
        ResourceType type = ResourceType.builtIn("apps/v1", with.kind()).orElseThrow();
        var workload = new ScaleAction.Workload(type, with.namespace(), with.name());
        return Clusters.of(List.of(with.to()), scope)
                .map(
                        clusters ->
                                new Work.Change(
                                        new ScaleAction(
                                                clusters.getFirst(),
                                                workload,
                                                with.replicas(),
                                                with.patience(),
                                                effects(
                                                        clusters.getFirst(),
                                                        with.replicas(),
                                                        scope))));
    }

    /// Workloads with replicas process the cells that the plan moves, and without any they don't.
    private static List<Effect> effects(EndpointName cluster, int replicas, Scope scope) {
        return scope.cells().stream().map(cell -> effect(cell, cluster.site(), replicas)).toList();
    }

    private static Effect effect(CellId cell, SiteName at, int replicas) {
        return replicas > 0 ? new Effect.Processing(cell, at) : new Effect.StopProcessing(cell, at);
    }
}
