/// Tests of the room `policy`.
@NullMarked
package gotthard.policy;

import org.jspecify.annotations.NullMarked;
