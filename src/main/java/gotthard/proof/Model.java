package gotthard.proof;

import gotthard.inventory.RoleName;
import gotthard.world.Cell;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/// What is to be proven: cells, the steps that act on them, and what the policy asks for.
///
/// @param steps each after all that it needs
/// @param days the day of which the proof is, and every later one on which the allowance changes or a step may begin; ascending, at
///     least one
/// @param signers roles that each must have approved, by one gate or several, before any point of no return; empty where the policy
///     asks for none
/// @param clauses what rules of the policy ask for of cells that are in the model
/// @param unpaired what they ask for of cells of which only one is
public record Model(
        List<Cell> cells,
        List<ModelStep> steps,
        List<Pause> pauses,
        List<Precedence> order,
        List<LocalDate> days,
        Allowance allowance,
        Set<RoleName> signers,
        List<Clause> clauses,
        List<Unpaired> unpaired) {
    public Model {
        cells = List.copyOf(cells);
        steps = List.copyOf(steps);
        pauses = List.copyOf(pauses);
        order = List.copyOf(order);
        days = List.copyOf(days);
        signers = Set.copyOf(signers);
        clauses = List.copyOf(clauses);
        unpaired = List.copyOf(unpaired);
        if (days.isEmpty()) {
            throw new IllegalArgumentException("a proof is of a day");
        }
        for (int index = 0; index < steps.size(); index++) {
            for (int need : steps.get(index).needs()) {
                if (need < 0 || need >= index) {
                    throw new IllegalArgumentException(
                            steps.get(index).name() + " stands before what it needs");
                }
            }
        }
    }

    /// Without rules.
    public Model(
            List<Cell> cells,
            List<ModelStep> steps,
            List<Pause> pauses,
            List<Precedence> order,
            List<LocalDate> days,
            Allowance allowance,
            Set<RoleName> signers) {
        this(cells, steps, pauses, order, days, allowance, signers, List.of());
    }

    /// Whose rules are judged of all that they speak of.
    public Model(
            List<Cell> cells,
            List<ModelStep> steps,
            List<Pause> pauses,
            List<Precedence> order,
            List<LocalDate> days,
            Allowance allowance,
            Set<RoleName> signers,
            List<Clause> clauses) {
        this(cells, steps, pauses, order, days, allowance, signers, clauses, List.of());
    }

    /// The same with other rules.
    public Model with(List<Clause> others) {
        return new Model(cells, steps, pauses, order, days, allowance, signers, others, unpaired);
    }
}
