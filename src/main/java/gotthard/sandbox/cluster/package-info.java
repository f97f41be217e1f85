/// A Kubernetes API server inside this JVM, for demonstrations, rehearsals and tests. Speaks the real protocol on the loopback
/// address for the kinds that the shipped plans use; knows nothing of plans or actions.
@NullMarked
package gotthard.sandbox.cluster;

import org.jspecify.annotations.NullMarked;
