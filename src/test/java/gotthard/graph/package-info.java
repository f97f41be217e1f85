/// Tests of the room `graph`.
@NullMarked
package gotthard.graph;

import org.jspecify.annotations.NullMarked;
