package gotthard.transfer.manifest;

import gotthard.transfer.Sha256;

/// What a manifest comes down to: nobody can change, add, drop or reorder an entry without another root.
///
/// @param count of its entries
/// @param root of the Merkle tree over them, see [MerkleTree]
public record Seal(long count, Sha256 root) {}
