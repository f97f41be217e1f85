/// Removes data that lie safely elsewhere, and nothing else: not before everything was read and compared, not what other cells share, not
/// what changes meanwhile. It opens no connection itself.
@NullMarked
package gotthard.clearing;

import org.jspecify.annotations.NullMarked;
