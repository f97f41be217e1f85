/// What is allowed: which cells may be stored, staged and processed where, and from when; in which windows steps may start, and when
/// nothing may change. It judges and opens nothing; what no rule allows is refused.
@NullMarked
package gotthard.policy;

import org.jspecify.annotations.NullMarked;
