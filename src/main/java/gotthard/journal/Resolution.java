package gotthard.journal;

import gotthard.action.Evidence;
import gotthard.action.Verdict;
import gotthard.inventory.PersonName;

import java.time.Instant;
import java.util.Optional;

/// How a step that was put right by hand came to count.
public record Resolution(
        PersonName by, String why, Optional<Operation.Exhibit> evidence, Basis basis) {
    /// What makes it count.
    public sealed interface Basis {
        /// The claim was verified at the sites.
        record Verified(Evidence evidence) implements Basis {}

        /// Somebody answers for it until a day, whatever was found.
        ///
        /// @param envelope the signed statement
        record Waived(Instant until, Verdict found, String envelope) implements Basis {}
    }
}
