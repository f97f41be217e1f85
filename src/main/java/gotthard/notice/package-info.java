/// Tells endpoints of others what happens to a run. It never holds up a run, and decides nothing.
@NullMarked
package gotthard.notice;

import org.jspecify.annotations.NullMarked;
