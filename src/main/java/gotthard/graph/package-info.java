/// Compiled plans: each step bound to its action, in an order that its needs allow. Pure.
@NullMarked
package gotthard.graph;

import org.jspecify.annotations.NullMarked;
