/// Manifests that are too big for memory: sorted entries as a stream, with a Merkle root as evidence, and their comparison. It
/// opens no file of the folders that it speaks of.
@NullMarked
package gotthard.transfer.manifest;

import org.jspecify.annotations.NullMarked;
