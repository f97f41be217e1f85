package gotthard.graph;

import gotthard.shape.Durations;
import gotthard.shape.Parsed;
import gotthard.yaml.Node;

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
        return documents.getOrDefault(planSource, "").contains(KEY)
                ? WrittenPlan.of(documents, planSource).map(WrittenAges::of).orElse(NONE)
                : NONE;
    }

    private static WrittenAges of(Node plan) {
        Map<String, Duration> found = new HashMap<>();
        for (Node step : WrittenPlan.steps(plan)) {
            age(step)
                    .ifPresent(
                            age ->
                                    WrittenPlan.text(step, "id")
                                            .ifPresent(id -> found.put(id, age)));
        }
        return new WrittenAges(found);
    }

    /// How old its verification may be when something that needs it begins; nothing when it counts for good. That of one step is that of all
    /// that `each` or a fragment makes of it.
    public Optional<Duration> of(StepId step) {
        String name = step.value().split("[\\[.]", 2)[0];
        return Optional.ofNullable(byName.get(name));
    }

    private static Optional<Duration> age(Node step) {
        return WrittenPlan.text(step, KEY)
                .flatMap(
                        text ->
                                Durations.parse(text) instanceof Parsed.Good<Duration>(var age)
                                        ? Optional.of(age)
                                        : Optional.empty());
    }
}
