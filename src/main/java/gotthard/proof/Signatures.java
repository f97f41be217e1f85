package gotthard.proof;

import gotthard.inventory.RoleName;
import gotthard.world.Invariant;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

/// Looks whether points of no return have, among what they need, the approvals that the policy asks for. Nothing is explored for that.
final class Signatures {
    private final Parts parts;

    Signatures(Parts parts) {
        this.parts = parts;
    }

    /// The first step that lacks one.
    Optional<Story> missing() {
        Set<RoleName> signers = parts.model().signers();
        if (signers.isEmpty()) {
            return Optional.empty();
        }
        for (int part : parts.irreversible()) {
            int step = parts.part(part).step();
            if (!approvals(step, _ -> true).containsAll(signers)) {
                var nowhere = new Situation(Map.of(), Set.of());
                return Optional.of(
                        new Story(
                                Invariant.UNSIGNED,
                                Optional.empty(),
                                nowhere,
                                List.of(),
                                Optional.of(step)));
            }
        }
        return Optional.empty();
    }

    /// Whether a step is a point of no return and lacks one of them, where only some steps count.
    boolean isMissing(int step, IntPredicate counts) {
        boolean isIrreversible =
                parts.ofStep(step).stream().anyMatch(part -> parts.part(part).irreversible());
        return isIrreversible && !approvals(step, counts).containsAll(parts.model().signers());
    }

    private Set<RoleName> approvals(int step, IntPredicate counts) {
        Set<RoleName> approvals = new HashSet<>();
        parts.before(step).stream()
                .filter(counts)
                .mapToObj(need -> parts.model().steps().get(need))
                .forEach(need -> need.approval().ifPresent(approvals::addAll));
        return approvals;
    }
}
