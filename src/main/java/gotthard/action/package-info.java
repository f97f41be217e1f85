/// The interface that every kind of step implements. It names no client library and does nothing
/// itself, so that plans are checked without opening a site.
@NullMarked
package gotthard.action;

import org.jspecify.annotations.NullMarked;
