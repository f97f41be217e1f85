/// Who looks on at what sites of the sandbox are asked to do; it changes nothing there.
@NullMarked
package gotthard.sandbox.witness;

import org.jspecify.annotations.NullMarked;
