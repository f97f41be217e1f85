/// Tests of secrets: where they come from, and that nothing prints them.
@NullMarked
package gotthard.secret;

import org.jspecify.annotations.NullMarked;
