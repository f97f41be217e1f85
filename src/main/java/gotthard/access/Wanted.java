package gotthard.access;

import gotthard.action.Access.Phase;
import gotthard.plan.PlanName;

import java.util.Set;

/// What is to be told of the rights of a plan.
///
/// @param phases what they are for
/// @param subject whom roles are given to
public record Wanted(PlanName plan, Set<Phase> phases, Subject subject) {
    public Wanted {
        phases = Set.copyOf(phases);
    }

    /// How its roles are called in clusters: `gotthard-europe-files`, or `gotthard-europe-files-verify` for one phase.
    public String roleName() {
        String suffix =
                phases.size() == 1
                        ? "-" + phases.iterator().next().name().toLowerCase(java.util.Locale.ROOT)
                        : "";
        return "gotthard-" + plan + suffix;
    }

    /// `apply, verify and rollback`.
    public String words() {
        return words(phases);
    }

    /// The phases in their order.
    public static String words(Set<Phase> phases) {
        var words =
                phases.stream()
                        .sorted()
                        .map(phase -> phase.name().toLowerCase(java.util.Locale.ROOT))
                        .toList();
        int last = words.size() - 1;
        return last < 1
                ? String.join("", words)
                : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }
}
