/// The dashboard over real HTTP, on a real journal.
@NullMarked
package gotthard.web;

import org.jspecify.annotations.NullMarked;
