/// A folder of a file system as an end of a transfer: read without following links, written so that a name is there in full or
/// not at all.
@NullMarked
package gotthard.transfer.tree;

import org.jspecify.annotations.NullMarked;
