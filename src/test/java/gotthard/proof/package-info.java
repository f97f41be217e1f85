/// Tests of the room `proof`.
@NullMarked
package gotthard.proof;

import org.jspecify.annotations.NullMarked;
