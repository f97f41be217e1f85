package gotthard.graph;

import gotthard.shape.Durations;
import gotthard.shape.Parsed;
import gotthard.yaml.Node;
import gotthard.yaml.YamlReader;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// How long the verifications of steps count, as the plan has it: found in its text, because a run keeps the text of its plan.
public final class WrittenAges {
    private static final String KEY = "fresh";
    private static final WrittenAges NONE = new WrittenAges(Map.of());

    private final Map<String, Duration> byName;

    private WrittenAges(Map<String, Duration> byName) {
        this.byName = byName;
    }

    /// Of the plan of that name among the documents; of one that can't be read, nothing is known.
    public static WrittenAges of(Map<String, String> documents, String planSource) {
        String text = documents.getOrDefault(planSource, "");
        return text.contains(KEY)
                ? YamlReader.read(planSource, text).toOptional().map(WrittenAges::of).orElse(NONE)
                : NONE;
    }

    private static WrittenAges of(Node plan) {
        Map<String, Duration> found = new HashMap<>();
        if (plan instanceof Node.Mapping document
                && document.get("spec").orElse(document) instanceof Node.Mapping spec
                && spec.get("steps").orElse(spec) instanceof Node.Sequence(var steps, var _)) {
            for (Node step : steps) {
                if (step instanceof Node.Mapping all) {
                    age(all).ifPresent(age -> text(all, "id").ifPresent(id -> found.put(id, age)));
                }
            }
        }
        return new WrittenAges(found);
    }

    /// How old its verification may be when something that needs it begins; nothing when it counts for good. That of one step is that of all
    /// that `each` or a fragment makes of it.
    public Optional<Duration> of(StepId step) {
        String name = step.value().split("[\\[.]", 2)[0];
        return Optional.ofNullable(byName.get(name));
    }

    private static Optional<Duration> age(Node.Mapping step) {
        return text(step, KEY)
                .flatMap(
                        text ->
                                Durations.parse(text) instanceof Parsed.Good<Duration>(var age)
                                        ? Optional.of(age)
                                        : Optional.empty());
    }

    private static Optional<String> text(Node.Mapping mapping, String key) {
        return mapping.get(key)
                .filter(Node.Scalar.class::isInstance)
                .map(node -> ((Node.Scalar) node).text());
    }
}
