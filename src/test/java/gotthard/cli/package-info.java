/// What people type, what they read, and what the process ends with.
@NullMarked
package gotthard.cli;

import org.jspecify.annotations.NullMarked;
