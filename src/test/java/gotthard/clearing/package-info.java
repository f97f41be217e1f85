/// Tests of the room `clearing`.
@NullMarked
package gotthard.clearing;

import org.jspecify.annotations.NullMarked;
