/// Tests of the room `transfer`.
@NullMarked
package gotthard.transfer;

import org.jspecify.annotations.NullMarked;
