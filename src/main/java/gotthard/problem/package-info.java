/// A person's mistake, with its place and what to do about it. Knows nothing of YAML, files or
/// terminals, and uses no other room.
@NullMarked
package gotthard.problem;

import org.jspecify.annotations.NullMarked;
