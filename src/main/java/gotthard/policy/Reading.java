package gotthard.policy;

import gotthard.inventory.SiteName;

import java.util.Optional;

/// What a condition looks at.
///
/// @param cell as the rule names it
/// @param at the site; none where it looks at every site
public record Reading(String cell, Quantity what, Optional<SiteName> at) {
    /// `metadata.writes at zurich-1`, `files.stores at every site`.
    @Override
    public String toString() {
        return cell + "." + what.word() + " at " + at.map(SiteName::value).orElse("every site");
    }
}
