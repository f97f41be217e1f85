/// Tests of the room `dataset`.
@NullMarked
package gotthard.dataset;

import org.jspecify.annotations.NullMarked;
