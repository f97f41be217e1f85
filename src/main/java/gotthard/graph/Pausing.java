package gotthard.graph;

import gotthard.action.Work;
import gotthard.plan.Group;
import gotthard.plan.Plan;
import gotthard.problem.Code;
import gotthard.problem.Problem;
import gotthard.problem.Problems;
import gotthard.problem.Quoted;
import gotthard.problem.Suggestion;
import gotthard.shape.Located;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Checks the steps that the pauses of a group name.
final class Pausing {
    private static final Code UNKNOWN = new Code("unknown-step");

    private Pausing() {}

    static void check(Plan plan, List<Instance> instances, List<Bound> bound, Problems problems) {
        List<Group.Pause> pauses = plan.group().map(Group::pauses).orElse(List.of());
        if (pauses.isEmpty()) {
            return;
        }
        List<StepId> known =
                Stream.concat(
                                instances.stream().map(Instance::id),
                                bound.stream().flatMap(Pausing::parts))
                        .toList();
        var names = new TreeSet<String>();
        instances.forEach(instance -> names.add(instance.spec().id().value().value()));
        known.forEach(id -> names.add(id.value()));
        for (Group.Pause pause : pauses) {
            check("begins", pause.from(), known, names, problems);
            check("ends", pause.until(), known, names, problems);
        }
    }

    private static Stream<StepId> parts(Bound bound) {
        return switch (bound.work()) {
            case Work.Single _ -> Stream.empty();
            case Work.Fragment(var parts) ->
                    parts.stream().map(part -> Fragments.part(bound, part.id()));
        };
    }

    private static void check(
            String does,
            Located<String> name,
            List<StepId> known,
            Set<String> names,
            Problems problems) {
        if (known.stream().noneMatch(id -> id.isNamed(name.value()))) {
            problems.add(
                    Problem.error(
                                    UNKNOWN,
                                    name.place(),
                                    "a pause "
                                            + does
                                            + " with the unknown step "
                                            + Quoted.of(name.value()))
                            .withAdvice(
                                    Suggestion.didYouMean(name.value(), names)
                                            .orElse(
                                                    "name a step of this plan, or name[value] for one that \"each\" makes")));
        }
    }
}
