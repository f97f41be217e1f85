package gotthard.proof;

import gotthard.inventory.RoleName;
import gotthard.plan.OnFailure;
import gotthard.problem.Place;
import gotthard.world.Effect;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A step as the proof knows it.
///
/// @param name as people call it: `files[zurich-1]`; of a programme, `europe-files/files[zurich-1]`
/// @param place where it stands in the plan
/// @param summary what it does, as a phrase
/// @param needs indexes of the steps that must be verified first
/// @param effects in the order in which they happen; none for a step that only orders
/// @param approval the roles that each must approve, where it waits for people
/// @param irreversible whether nothing undoes it
/// @param notBefore the first day on which it may begin
public record ModelStep(
        String name,
        Place place,
        String summary,
        Set<Integer> needs,
        List<Effect> effects,
        Optional<Set<RoleName>> approval,
        boolean irreversible,
        OnFailure onFailure,
        Optional<LocalDate> notBefore) {
    public ModelStep {
        needs = Set.copyOf(needs);
        effects = List.copyOf(effects);
    }
}
