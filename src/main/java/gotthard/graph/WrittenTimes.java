package gotthard.graph;

import gotthard.problem.Checked;
import gotthard.yaml.Node;
import gotthard.yaml.YamlReader;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// When the steps of a plan are to start, as the plan has it: found in its text, because a run keeps the text of its plan.
public final class WrittenTimes {
    private static final String DAY = "notBefore";
    private static final List<String> KEYS = List.of(DAY, "window", "takes");

    private final Map<String, List<String>> byName;

    private WrittenTimes(Map<String, List<String>> byName) {
        this.byName = byName;
    }

    /// Of the plan of that name among the documents; of one that can't be read, nothing is known.
    public static WrittenTimes of(Map<String, String> documents, String planSource) {
        return of(
                Optional.ofNullable(documents.get(planSource))
                        .map(text -> YamlReader.read(planSource, text))
                        .flatMap(Checked::toOptional));
    }

    static WrittenTimes of(Optional<Node> plan) {
        Map<String, List<String>> found = new HashMap<>();
        if (plan.orElse(null) instanceof Node.Mapping document
                && document.get("spec").orElse(document) instanceof Node.Mapping spec
                && spec.get("steps").orElse(spec) instanceof Node.Sequence(var steps, var _)) {
            for (Node step : steps) {
                if (step instanceof Node.Mapping all) {
                    text(all, "id").ifPresent(id -> found.put(id, times(all)));
                }
            }
        }
        return new WrittenTimes(found);
    }

    /// The keys and values that say when a step is to start; none where it may at any time. Those of one step are those of all that
    /// `each` or a fragment makes of it.
    public List<String> of(StepId step) {
        String name = step.value().split("[\\[.]", 2)[0];
        return byName.getOrDefault(name, List.of());
    }

    /// The first day, in UTC, on which a step may start; empty where none is written.
    public Optional<LocalDate> notBefore(StepId step) {
        List<String> times = of(step);
        int day = times.indexOf(DAY);
        if (day != 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(times.get(day + 1)));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static List<String> times(Node.Mapping step) {
        List<String> times = new ArrayList<>();
        for (String key : KEYS) {
            text(step, key)
                    .ifPresent(
                            value -> {
                                times.add(key);
                                times.add(value);
                            });
        }
        return times;
    }

    private static Optional<String> text(Node.Mapping mapping, String key) {
        return mapping.get(key)
                .filter(Node.Scalar.class::isInstance)
                .map(node -> ((Node.Scalar) node).text());
    }
}
