/// Tests of the API server inside this JVM.
@NullMarked
package gotthard.sandbox.cluster;

import org.jspecify.annotations.NullMarked;
