/// Values without a printable form, and where they come from. Nothing here prints, logs or stores
/// a value, and nothing resolves a reference before a site is opened.
@NullMarked
package gotthard.secret;

import org.jspecify.annotations.NullMarked;
