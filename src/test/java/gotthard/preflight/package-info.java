/// Preflight with inspectors that say what a test wants.
@NullMarked
package gotthard.preflight;

import org.jspecify.annotations.NullMarked;
