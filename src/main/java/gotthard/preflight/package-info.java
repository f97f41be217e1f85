/// Looks at all endpoints of sites before anything moves. What there is to look at, each kind of
/// site knows itself; this room asks all of them at once and judges what they measured.
@NullMarked
package gotthard.preflight;

import org.jspecify.annotations.NullMarked;
