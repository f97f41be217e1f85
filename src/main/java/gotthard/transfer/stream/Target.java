package gotthard.transfer.stream;

import gotthard.transfer.tree.Part;
import gotthard.transfer.tree.Tree;

/// Where a receiver puts things.
///
/// @param key of the stage: the same for all attempts of one transfer of one part, and no other's
public record Target(Tree tree, String key, Part part) {}
