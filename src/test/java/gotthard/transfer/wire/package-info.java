/// Tests of `transfer.wire`.
@NullMarked
package gotthard.transfer.wire;

import org.jspecify.annotations.NullMarked;
