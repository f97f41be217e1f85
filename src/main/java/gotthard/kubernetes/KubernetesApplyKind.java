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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The step kind `kubernetes.apply`.
public final class KubernetesApplyKind implements Kind<KubernetesApplyKind.Parameters> {
    /// What a plan writes under `with:`.
    public record Parameters(
            List<Located<SiteName>> to,
            Optional<String> namespace,
            List<Located<String>> manifests,
            Duration patience) {}

    @Override
    public String name() {
        return "kubernetes.apply";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String summary() {
        return "Applies Kubernetes manifests to clusters and waits until everything is ready.";
    }

    @Override
    public Shape<Parameters> parameters() {
        Shape<SiteName> site = Shape.reference(Inventory.SITE, SiteName::new);
        return Shape.object(
                fields -> {
                    var to =
                            fields.required(
                                    "to",
                                    site.located().orScalarList(),
                                    "the sites whose clusters get the objects");
                    var namespace =
                            fields.maybe(
                                    "namespace",
                                    Shape.name(),
                                    "the namespace of objects that name none");
                    var manifests =
                            fields.required(
                                    "manifests",
                                    Shape.text().located().nonEmptyList(),
                                    "files with Kubernetes objects, relative to the plan");
                    var patience =
                            fields.optional(
                                    "wait",
                                    Shape.duration(),
                                    Duration.ofMinutes(5),
                                    "how long to wait until everything is ready");
                    return values ->
                            new Parameters(
                                    values.of(to),
                                    values.of(namespace),
                                    values.of(manifests),
                                    values.of(patience));
                });
    }

    @Override
    public Checked<Work> bind(Parameters with, Scope scope) {
        return Clusters.of(with.to(), scope)
                .flatMap(
                        clusters ->
                                Manifests.read(with.manifests(), with.namespace(), scope)
                                        .map(
                                                manifests ->
                                                        new Work.Change(
                                                                new ApplyAction(
                                                                        clusters,
                                                                        manifests,
                                                                        with.patience(),
                                                                        effects(
                                                                                clusters, manifests,
                                                                                scope)))));
    }

    /// Workloads that stand at a site can process the cells that the plan moves there, and those that are in service do.
    private static List<Effect> effects(
            List<EndpointName> clusters, List<Manifest> manifests, Scope scope) {
        boolean stands = manifests.stream().anyMatch(Manifest::isWorkload);
        boolean serves = manifests.stream().anyMatch(Manifest::isInService);
        var effects = new ArrayList<Effect>();
        for (EndpointName cluster : clusters) {
            for (CellId cell : scope.cells()) {
                if (stands) {
                    effects.add(new Effect.Deploy(cell, cluster.site()));
                }
                if (serves) {
                    effects.add(new Effect.Processing(cell, cluster.site()));
                }
            }
        }
        return effects;
    }
}
