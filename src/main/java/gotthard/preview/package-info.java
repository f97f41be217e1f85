/// What a plan would change if it were applied now. It asks the sites, changes nothing, and opens
/// no connection itself.
@NullMarked
package gotthard.preview;

import org.jspecify.annotations.NullMarked;
