package gotthard.journal;

import gotthard.action.Locator;
import gotthard.action.Prediction;
import gotthard.graph.StepId;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

/// What a run was predicted to do, step by step, when its plan was saved. A step that is not as predicted is held.
///
/// @param savedPlan the digest of the saved plan, in hexadecimal
/// @param predictions of the steps that act, in the order of the plan
public record Expected(String savedPlan, SequencedMap<StepId, Prediction> predictions) {
    public Expected {
        predictions = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(predictions));
    }

    /// That the run began with the saved plan and is of another by now.
    Expected outdated() {
        return new Expected(savedPlan, new LinkedHashMap<>());
    }

    /// How what a step would do now differs from what was predicted. Things that other steps change are left to them: when this
    /// step comes, they have done so or not, and both is as planned.
    public List<Deviation> deviations(StepId step, Prediction now) {
        return Optional.ofNullable(predictions.get(step))
                .map(then -> Comparing.of(then, now, changedByOthers(step)).deviations())
                .orElse(List.of());
    }

    /// How predictions that are taken again before the first step differ from these, by step; steps that don't differ are left out.
    public SequencedMap<StepId, List<Deviation>> changes(Map<StepId, Prediction> again) {
        var changes = new LinkedHashMap<StepId, List<Deviation>>();
        predictions.forEach(
                (step, then) -> {
                    Prediction now = again.getOrDefault(step, then);
                    List<Deviation> deviations = Comparing.of(then, now, Set.of()).deviations();
                    if (!deviations.isEmpty()) {
                        changes.put(step, deviations);
                    }
                });
        return changes;
    }

    private Set<Locator> changedByOthers(StepId step) {
        return predictions.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(step))
                .flatMap(entry -> changes(entry.getValue()).stream())
                .map(Prediction.Change::thing)
                .collect(Collectors.toSet());
    }

    static List<Prediction.Change> changes(Prediction prediction) {
        return prediction instanceof Prediction.Changes(_, var changes) ? changes : List.of();
    }

    /// The predictions in the order of the plan.
    public Set<Map.Entry<StepId, Prediction>> entries() {
        return predictions.entrySet();
    }
}
