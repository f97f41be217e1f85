package gotthard.rehearsal;

import gotthard.graph.StepId;
import gotthard.plan.PlanName;

import java.util.List;
import java.util.Optional;

/// What came of rehearsing a plan.
///
/// @param steps that change something, in the order in which they were carried out
/// @param tried every fault, in the order of steps and faults
/// @param unseen what steps declare and nobody could look at
/// @param broken why nothing could be tried, where the plan does not even come to its end undisturbed
public record Rehearsed(
        PlanName plan,
        List<StepId> steps,
        List<Tried> tried,
        List<String> unseen,
        Optional<String> broken) {
    public Rehearsed {
        steps = List.copyOf(steps);
        tried = List.copyOf(tried);
        unseen = List.copyOf(unseen);
    }

    static Rehearsed broken(PlanName plan, String why) {
        return new Rehearsed(plan, List.of(), List.of(), List.of(), Optional.of(why));
    }

    /// The faults that happened.
    public List<Tried> happened() {
        return tried.stream()
                .filter(one -> !(one.outcome() instanceof Tried.Outcome.Impossible))
                .toList();
    }

    /// The faults after which all was as the model says.
    public List<Tried> held() {
        return tried.stream().filter(one -> one.outcome() instanceof Tried.Outcome.Held).toList();
    }

    /// Whether all was as the model says.
    public boolean holds() {
        return broken.isEmpty() && held().size() == happened().size();
    }
}
