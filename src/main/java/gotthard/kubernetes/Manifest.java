package gotthard.kubernetes;

import gotthard.problem.Place;
import gotthard.yaml.Node;

import java.util.List;

/// One object as a plan's file wants it.
///
/// @param namespace empty for what belongs to the whole cluster
/// @param source the document as written
record Manifest(
        String apiVersion,
        String kind,
        String namespace,
        String name,
        Node.Mapping source,
        Place place) {
    /// An object of which only the name is known.
    static Manifest named(ResourceType type, String namespace, String name) {
        Place nowhere = Place.of(name);
        return new Manifest(
                type.apiVersion(),
                type.kind(),
                namespace,
                name,
                new Node.Mapping(List.of(), nowhere),
                nowhere);
    }

    /// `Deployment intake/web`, or `Namespace intake`.
    String thing() {
        return kind + " " + (namespace.isEmpty() ? "" : namespace + "/") + name;
    }

    /// Whether it runs until it is taken away.
    boolean isWorkload() {
        return switch (kind) {
            case "Deployment", "StatefulSet", "DaemonSet" -> true;
            default -> false;
        };
    }

    /// Whether it works from the beginning: with as many replicas as it names, or one on each node. Where it names none, one stands by
    /// until a step scales it.
    boolean isInService() {
        return kind.equals("DaemonSet") || (isWorkload() && namesReplicas());
    }

    private boolean namesReplicas() {
        return source.get("spec")
                .filter(Node.Mapping.class::isInstance)
                .flatMap(spec -> ((Node.Mapping) spec).get("replicas"))
                .filter(Node.Scalar.class::isInstance)
                .map(Node.Scalar.class::cast)
                .filter(number -> !number.isNull() && !number.text().equals("0"))
                .isPresent();
    }

    /// When it is applied: what others need comes first.
    int phase() {
        return switch (kind) {
            case "Namespace", "CustomResourceDefinition" -> 0;
            case "Deployment", "StatefulSet", "DaemonSet", "Job", "CronJob", "Pod" -> 2;
            default -> 1;
        };
    }
}
