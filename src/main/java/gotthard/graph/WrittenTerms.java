package gotthard.graph;

import gotthard.yaml.Node;

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
        return WrittenPlan.of(documents, planSource)
                .map(
                        plan ->
                                new WrittenTerms(
                                        text(plan, "metadata", "owner"),
                                        text(plan, "spec", "due").flatMap(WrittenTerms::date)))
                .orElse(NONE);
    }

    private static Optional<String> text(Node plan, String part, String key) {
        return WrittenPlan.member(plan, part).flatMap(node -> WrittenPlan.text(node, key));
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
