/// Tests of `transfer.manifest`.
@NullMarked
package gotthard.transfer.manifest;

import org.jspecify.annotations.NullMarked;
