package gotthard.action;

import gotthard.inventory.SiteName;
import gotthard.world.Effect;

import java.util.List;
import java.util.Set;

/// What an action says of itself before anything runs. `plan` shows it; the engine and the proof rely on it.
///
/// @param summary what it does, as a phrase: `copy europe/suspicious-files from moscow to zurich-1`
/// @param sites where it takes a slot; a step runs with a slot at all of them or not at all
/// @param leavings what a half-done attempt may leave, in words
/// @param marking how sure it is to tell its own work from somebody else's
/// @param fencing how sure an overtaken coordinator is to be refused by the site
public record Declaration(
        String summary,
        Set<SiteName> sites,
        List<Effect> effects,
        List<String> leavings,
        Reversal reversal,
        Set<Access> access,
        Guard marking,
        Guard fencing) {
    public Declaration {
        sites = Set.copyOf(sites);
        effects = List.copyOf(effects);
        leavings = List.copyOf(leavings);
        access = Set.copyOf(access);
    }

    /// What undoing means.
    public enum Reversal {
        /// Puts back what was there before.
        RESTORES,
        /// Changes nothing, so that there is nothing to undo.
        NOTHING_TO_UNDO,
        /// A point of no return.
        IRREVERSIBLE
    }

    /// How strongly something is guarded.
    public enum Guard {
        ENFORCED,
        DETECTED,
        NONE
    }
}
