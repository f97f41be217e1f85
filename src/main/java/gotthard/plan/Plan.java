package gotthard.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// One phase of a programme, as written.
///
/// @param source the file it was read from, as the user named it
/// @param after plans that must have ended well before this one starts
public record Plan(
        String source,
        PlanName name,
        String owner,
        String title,
        Optional<Group> group,
        List<PlanName> after,
        Optional<LocalDate> due,
        List<StepSpec> steps) {
    public Plan {
        after = List.copyOf(after);
        steps = List.copyOf(steps);
    }
}
