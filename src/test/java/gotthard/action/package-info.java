/// The contract that every action's tests extend.
@NullMarked
package gotthard.action;

import org.jspecify.annotations.NullMarked;
