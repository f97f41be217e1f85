/// Everything that speaks to Kubernetes API servers: actions, the inspector and the one connection that they share. It changes
/// a cluster by server-side apply under its own field manager, and never takes a field from another manager.
@NullMarked
package gotthard.kubernetes;

import org.jspecify.annotations.NullMarked;
