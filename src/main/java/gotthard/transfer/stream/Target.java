package gotthard.transfer.stream;

import gotthard.transfer.tree.Part;
import gotthard.transfer.tree.Tree;

/// Where a receiver puts things.
///
/// @param key of the stage: the same for all attempts of one transfer of one part, and no other's
/// @param folder whose the tree is
public record Target(Tree tree, String key, Part part, Folder folder) {
    /// Into a tree of its own.
    public Target(Tree tree, String key, Part part) {
        this(tree, key, part, Folder.OWN);
    }

    /// Whose a tree is.
    public enum Folder {
        /// All that is there belongs to what the source tells.
        OWN,
        /// What the source does not name is others', and so are the times of folders.
        SHARED,
        /// It and the source are going to have what either has: what is there stays as it is, whatever its times, rights and owners, and the
        /// source may not be there yet.
        MERGED
    }
}
