package gotthard.plan;

import gotthard.inventory.SiteName;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One phase of a programme, as written.
///
/// @param source the file it was read from, as the user named it
/// @param after plans that must have ended well before this one starts
/// @param protect how sites are spared while it is applied
public record Plan(
        String source,
        PlanName name,
        String owner,
        String title,
        Optional<Group> group,
        List<PlanName> after,
        Optional<LocalDate> due,
        Map<SiteName, Protection> protect,
        List<StepSpec> steps) {
    public Plan {
        after = List.copyOf(after);
        protect = Map.copyOf(protect);
        steps = List.copyOf(steps);
    }
}
