/// The process that stands beside the data at either end of a bulk transfer: command line, TLS, sessions, HTTP face, report and exit
/// code around what `transfer` does. It knows no plan, no journal and no cluster.
@NullMarked
package gotthard.mover;

import org.jspecify.annotations.NullMarked;
