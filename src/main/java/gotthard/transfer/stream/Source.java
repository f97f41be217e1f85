package gotthard.transfer.stream;

import gotthard.transfer.tree.Part;
import gotthard.transfer.tree.Tree;

import java.nio.file.Path;

/// Where a sender takes things from.
///
/// @param manifest a file that [Tree#survey] wrote of this part
public record Source(Tree tree, Path manifest, Part part) {}
