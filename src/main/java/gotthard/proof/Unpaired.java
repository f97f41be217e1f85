package gotthard.proof;

import gotthard.policy.Rule;
import gotthard.world.CellId;

/// A rule of the policy that is not judged of a cell, because it is of two, and the other one is in no plan.
///
/// @param missing what the rule calls the other one
public record Unpaired(Rule rule, CellId cell, String missing) {}
