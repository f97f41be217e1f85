/// A whole migration on the sandbox, killed at every boundary: the engine, the journal and the sites as they are, and a process that
/// dies.
@NullMarked
package gotthard.migration.killed;

import org.jspecify.annotations.NullMarked;
