/// Tests of the room that speaks to Kubernetes, on the sandbox and, tagged `lab`, on real clusters.
@NullMarked
package gotthard.kubernetes;

import org.jspecify.annotations.NullMarked;
