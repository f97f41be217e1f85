/// Runs a graph: one thread decides, workers do, and nothing starts before its intent is durable. It never prints, asks a clock of its
/// own or names a client library.
@NullMarked
package gotthard.run;

import org.jspecify.annotations.NullMarked;
