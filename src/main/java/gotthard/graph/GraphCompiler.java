package gotthard.graph;

import gotthard.action.Kinds;
import gotthard.action.Sources;
import gotthard.inventory.Inventory;
import gotthard.plan.Plan;
import gotthard.policy.Calendar;
import gotthard.problem.Checked;
import gotthard.problem.Problems;

import java.util.List;

/// Makes a graph of a plan: `each` becomes steps, names become needs, parameters become work, fragments become their parts.
///
/// - `each` makes one step for each combination of its values, in the order written: `files[zurich-1]`, `x[a,b]`.
/// - A need of a name with `each` means all of its steps, also when both steps have the same variable; `name[value]` means one,
///   and variables are replaced in it: `files[${site}]`.
/// - A fragment's parts take its place as `switch.fence`: parts without needs get the needs of the step, and what needs the step waits
///   for every part that no other part needs.
public final class GraphCompiler {
    private GraphCompiler() {}

    /// The graph, or all that is wrong with the steps.
    public static Checked<Graph> compile(
            Plan plan, Inventory inventory, Calendar calendar, Kinds kinds, Sources sources) {
        var problems = new Problems();
        var instances = new Expansion(problems).of(plan.steps());
        var binding = new Binding(plan, inventory, kinds, sources);
        List<Bound> bound =
                instances.stream()
                        .flatMap(instance -> problems.take(binding.of(instance)).stream())
                        .toList();
        var needs = new Needs(instances, problems).resolved();
        var order = Order.of(needs, problems);
        var timetable = Timing.of(bound, calendar, problems);
        var protections = Protecting.of(plan, inventory, problems);
        Pausing.check(plan, instances, bound, problems);
        if (problems.hasErrors()) {
            return new Checked.Invalid<>(problems.sorted());
        }
        List<Step> steps = Fragments.expanded(bound, needs, order);
        Replications.check(steps, problems);
        return problems.checked(new Graph(plan.name(), steps, timetable, protections));
    }
}
