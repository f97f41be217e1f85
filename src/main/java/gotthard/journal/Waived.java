package gotthard.journal;

import gotthard.inventory.PersonName;
import gotthard.world.Invariant;

import java.time.Instant;

/// Somebody answers for what is not proven of a plan.
///
/// @param invariant that the plan can break, or that is not decided
/// @param of what it is broken for: a cell, or `the plan`
/// @param until when they answer for it
/// @param envelope the signed statement
public record Waived(
        Invariant invariant, String of, PersonName by, Instant until, String why, String envelope) {
    /// `two-writers of europe/file-metadata is not proven; anna answers for it until 2019-12-01T00:00:00Z: a reason`.
    public String sentence() {
        return "%s of %s is not proven; %s answers for it until %s: %s"
                .formatted(invariant.word(), of, by, until, why);
    }
}
