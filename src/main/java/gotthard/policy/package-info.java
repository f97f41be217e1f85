/// What is allowed: which cells may be stored, staged and processed where, and from when. It judges effects and opens nothing; what no
/// rule allows is refused.
@NullMarked
package gotthard.policy;

import org.jspecify.annotations.NullMarked;
