/// Previews of small graphs.
@NullMarked
package gotthard.preview;

import org.jspecify.annotations.NullMarked;
