package gotthard.preview;

import gotthard.action.Prediction;
import gotthard.graph.Graph;
import gotthard.graph.StepId;
import gotthard.plan.PlanName;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Predicate;

/// What applying a plan would change now, step by step.
///
/// @param steps in the order of the graph
public record Preview(PlanName plan, List<Predicted> steps) {
    public Preview {
        steps = List.copyOf(steps);
    }

    /// Asks the sites, several steps at once where their needs allow.
    ///
    /// @param atOnce how many steps look at the same time, at least 1
    public static Preview of(Graph graph, Contexts contexts, int atOnce)
            throws InterruptedException {
        return new Preview(graph.plan(), new Asking(graph, contexts, atOnce).all());
    }

    /// The same where these steps, if they wait for people, have been approved.
    public Preview approved(Predicate<StepId> isApproved) {
        return new Preview(
                plan,
                steps.stream()
                        .map(
                                step ->
                                        step.outlook() instanceof Outlook.Waits
                                                        && isApproved.test(step.step())
                                                ? new Predicted(
                                                        step.step(),
                                                        step.kind(),
                                                        new Outlook.Approved())
                                                : step)
                        .toList());
    }

    /// What the steps that act would change, in the order of the graph.
    public SequencedMap<StepId, Prediction> predictions() {
        var all = new LinkedHashMap<StepId, Prediction>();
        for (Predicted step : steps) {
            if (step.outlook() instanceof Outlook.Acts(_, var prediction)) {
                all.put(step.step(), prediction);
            }
        }
        return all;
    }

    public Totals totals() {
        return Totals.of(steps);
    }
}
