/// Overviews of constructed journals.
@NullMarked
package gotthard.overview;

import org.jspecify.annotations.NullMarked;
