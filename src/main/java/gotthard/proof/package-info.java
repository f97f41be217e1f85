/// Shows that no order of steps, failure, crash or rollback of a plan breaks an invariant, or tells the shortest story that does. Pure.
@NullMarked
package gotthard.proof;

import org.jspecify.annotations.NullMarked;
