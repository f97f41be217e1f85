package gotthard.plan;

import gotthard.shape.Located;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// The plans of a whole migration, with their order and dates.
public record Programme(String source, String name, String title, List<Phase> phases) {
    public Programme {
        phases = List.copyOf(phases);
    }

    /// One plan of the programme.
    ///
    /// @param plan path of the plan, relative to the programme
    public record Phase(Located<String> plan, Optional<LocalDate> due) {}
}
