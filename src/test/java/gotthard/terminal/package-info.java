/// What is drawn, line by line.
@NullMarked
package gotthard.terminal;

import org.jspecify.annotations.NullMarked;
