/// Tests of the room `problem`.
@NullMarked
package gotthard.problem;

import org.jspecify.annotations.NullMarked;
