package gotthard.preview;

import gotthard.action.Prediction;
import gotthard.graph.Assembled;
import gotthard.graph.Graph;
import gotthard.graph.Step;
import gotthard.graph.StepId;
import gotthard.plan.PlanName;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// A plan as it was judged, with all that it was made from and what was found at the sites, so that exactly this is applied.
///
/// @param made when, by whom and until when it may be applied
/// @param planSource the plan's name among the documents
/// @param inventorySource the inventory's name among the documents
/// @param documents every text that was read, by name; secrets stand in them by reference only
/// @param steps in the order of the graph
public record SavedPlan(
        Made made,
        PlanName plan,
        String planSource,
        String inventorySource,
        SortedMap<String, String> documents,
        List<Item> steps) {
    public SavedPlan {
        documents = Collections.unmodifiableSortedMap(new TreeMap<>(documents));
        steps = List.copyOf(steps);
    }

    /// How it came to be.
    ///
    /// @param by the person, and the machine
    public record Made(String toolVersion, String by, Instant at, Instant expires) {
        public Made {
            at = at.truncatedTo(ChronoUnit.SECONDS);
            expires = expires.truncatedTo(ChronoUnit.SECONDS);
        }
    }

    /// One step as it was compiled, and what it would change.
    ///
    /// @param inputs the digest of all that the step was made of
    /// @param prediction of a step that acts; an approval has none
    public record Item(
            StepId step,
            String kind,
            int version,
            Set<StepId> needs,
            String inputs,
            Optional<Prediction> prediction) {
        public Item {
            needs = Set.copyOf(needs);
        }

        private static Item of(Step step, Optional<Prediction> prediction) {
            return new Item(
                    step.id(),
                    step.kind(),
                    step.version(),
                    step.needs(),
                    step.inputs(),
                    prediction);
        }

        /// Whether it was compiled from the same by the same version of its kind.
        boolean isSameWork(Item other) {
            return step.equals(other.step)
                    && kind.equals(other.kind)
                    && version == other.version
                    && needs.equals(other.needs)
                    && inputs.equals(other.inputs);
        }
    }

    /// Of what was assembled and predicted now.
    public static SavedPlan of(Assembled assembled, Preview preview, Made made) {
        var predictions = preview.predictions();
        return new SavedPlan(
                made,
                assembled.plan().name(),
                assembled.planSource(),
                assembled.inventorySource(),
                assembled.documents(),
                assembled.graph().steps().stream()
                        .map(step -> Item.of(step, Optional.ofNullable(predictions.get(step.id()))))
                        .toList());
    }

    /// The predictions of the steps that act.
    public SequencedMap<StepId, Prediction> predictions() {
        var all = new LinkedHashMap<StepId, Prediction>();
        steps.forEach(item -> item.prediction().ifPresent(it -> all.put(item.step(), it)));
        return all;
    }

    /// The steps that this version of the tool compiles to something else than was saved: `copy: files.copy 1, here 2`.
    public List<String> compiledOtherwise(Graph graph) {
        var other = new ArrayList<String>();
        for (Item item : steps) {
            Optional<Item> here =
                    graph.step(item.step()).map(step -> Item.of(step, Optional.empty()));
            if (here.isEmpty() || !item.isSameWork(here.get())) {
                other.add(
                        "%s: %s %d, here %s"
                                .formatted(
                                        item.step(),
                                        item.kind(),
                                        item.version(),
                                        here.map(one -> Integer.toString(one.version()))
                                                .orElse("unknown")));
            }
        }
        return other;
    }
}
