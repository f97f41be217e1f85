/// Parses the command line, wires the rooms together, prints and exits. No other room may depend on it.
@NullMarked
package gotthard.cli;

import org.jspecify.annotations.NullMarked;
