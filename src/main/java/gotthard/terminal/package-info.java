/// Draws what goes on: width, colour, bars, a live table. It knows no run and no step, only words and numbers, and prints
/// nowhere but to the stream that it is given.
@NullMarked
package gotthard.terminal;

import org.jspecify.annotations.NullMarked;
