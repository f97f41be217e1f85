/// Tests of the room `inventory`.
@NullMarked
package gotthard.inventory;

import org.jspecify.annotations.NullMarked;
