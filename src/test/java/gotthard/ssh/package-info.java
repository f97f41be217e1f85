/// Tests of the room `ssh`.
@NullMarked
package gotthard.ssh;

import org.jspecify.annotations.NullMarked;
