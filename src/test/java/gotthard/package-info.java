/// What the tests of all rooms share. Uses no room itself.
@NullMarked
package gotthard;

import org.jspecify.annotations.NullMarked;
