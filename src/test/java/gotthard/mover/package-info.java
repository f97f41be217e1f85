/// Tests of the mover: both ends over loopback TLS, in this process and as processes.
@NullMarked
package gotthard.mover;

import org.jspecify.annotations.NullMarked;
