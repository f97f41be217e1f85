package gotthard.graph;

import gotthard.yaml.Node;
import gotthard.yaml.YamlReader;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/// Who answers for a plan and when it must be done, as the plan has it: found in its text, because a run keeps the text of its plan.
///
/// @param owner who answers for it; empty where the plan can't be read
/// @param due the last day on which it is on time; empty where none is written
public record WrittenTerms(Optional<String> owner, Optional<LocalDate> due) {
    private static final WrittenTerms NONE = new WrittenTerms(Optional.empty(), Optional.empty());

    /// Of the plan of that name among the documents.
    public static WrittenTerms of(Map<String, String> documents, String planSource) {
        return YamlReader.read(planSource, documents.getOrDefault(planSource, ""))
                .toOptional()
                .map(
                        plan ->
                                new WrittenTerms(
                                        text(plan, "metadata", "owner"),
                                        text(plan, "spec", "due").flatMap(WrittenTerms::date)))
                .orElse(NONE);
    }

    private static Optional<String> text(Node plan, String part, String key) {
        return member(plan, part)
                .flatMap(node -> member(node, key))
                .filter(Node.Scalar.class::isInstance)
                .map(node -> ((Node.Scalar) node).text());
    }

    private static Optional<Node> member(Node node, String key) {
        return node instanceof Node.Mapping mapping ? mapping.get(key) : Optional.empty();
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
