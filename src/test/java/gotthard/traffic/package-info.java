/// HTTP checks on the sandbox and on the lab.
@NullMarked
package gotthard.traffic;

import org.jspecify.annotations.NullMarked;
