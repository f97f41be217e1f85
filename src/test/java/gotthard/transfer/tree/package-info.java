/// Tests of `transfer.tree`.
@NullMarked
package gotthard.transfer.tree;

import org.jspecify.annotations.NullMarked;
