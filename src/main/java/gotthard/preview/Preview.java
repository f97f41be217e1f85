package gotthard.preview;

import gotthard.graph.Graph;
import gotthard.graph.StepId;
import gotthard.plan.PlanName;

import java.util.List;
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

    public Totals totals() {
        return Totals.of(steps);
    }
}
