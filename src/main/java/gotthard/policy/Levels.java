package gotthard.policy;

import gotthard.inventory.SiteName;
import gotthard.world.Level;

/// How cells stand, as a condition asks for it.
@FunctionalInterface
public interface Levels {
    /// The level of one thing.
    ///
    /// @param cell as the rule names it
    Level of(String cell, Quantity what, SiteName at);
}
