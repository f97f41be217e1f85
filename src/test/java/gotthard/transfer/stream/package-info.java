/// Tests of `transfer.stream`.
@NullMarked
package gotthard.transfer.stream;

import org.jspecify.annotations.NullMarked;
