/// Tests of the room `plan`.
@NullMarked
package gotthard.plan;

import org.jspecify.annotations.NullMarked;
