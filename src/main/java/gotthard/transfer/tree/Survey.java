package gotthard.transfer.tree;

import gotthard.transfer.manifest.Seal;

/// What a look at a tree has found.
///
/// @param seal of the manifest that was written
/// @param linked files that have further names, which become files of their own at the target
public record Survey(Seal seal, long linked) {}
