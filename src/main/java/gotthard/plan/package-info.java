/// Plans and programmes as people write them: read, located, not yet compiled. It knows no action
/// and opens no site.
@NullMarked
package gotthard.plan;

import org.jspecify.annotations.NullMarked;
