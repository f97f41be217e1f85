/// Tests of the room `shape`.
@NullMarked
package gotthard.shape;

import org.jspecify.annotations.NullMarked;
