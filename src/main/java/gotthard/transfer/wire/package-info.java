/// What two ends of a transfer say to each other: frames of a bounded length, and their bytes. It believes nothing that the
/// other end claims.
@NullMarked
package gotthard.transfer.wire;

import org.jspecify.annotations.NullMarked;
