package gotthard.graph;

import gotthard.yaml.Node;
import gotthard.yaml.YamlReader;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The text of a plan, as a run keeps it.
final class WrittenPlan {
    private WrittenPlan() {}

    /// The plan of that name among the documents; empty when it can't be read.
    static Optional<Node> of(Map<String, String> documents, String planSource) {
        return YamlReader.read(planSource, documents.getOrDefault(planSource, "")).toOptional();
    }

    /// Its steps as they are written.
    static List<Node> steps(Node plan) {
        return member(plan, "spec").flatMap(spec -> member(spec, "steps")).stream()
                .filter(Node.Sequence.class::isInstance)
                .flatMap(steps -> ((Node.Sequence) steps).items().stream())
                .toList();
    }

    /// What stands under a key of a mapping; empty elsewhere.
    static Optional<Node> member(Node node, String key) {
        return node instanceof Node.Mapping mapping ? mapping.get(key) : Optional.empty();
    }

    /// The text under a key of a mapping.
    static Optional<String> text(Node node, String key) {
        return member(node, key)
                .filter(Node.Scalar.class::isInstance)
                .map(scalar -> ((Node.Scalar) scalar).text());
    }
}
