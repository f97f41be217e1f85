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

    /// When it is applied: what others need comes first.
    int phase() {
        return switch (kind) {
            case "Namespace", "CustomResourceDefinition" -> 0;
            case "Deployment", "StatefulSet", "DaemonSet", "Job", "CronJob", "Pod" -> 2;
            default -> 1;
        };
    }
}
