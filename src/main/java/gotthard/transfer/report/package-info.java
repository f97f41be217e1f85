/// What a mover tells of its work, in the form in which it leaves its process: on one line of JSON, and as an exit code. It holds
/// no state and writes no file.
@NullMarked
package gotthard.transfer.report;

import org.jspecify.annotations.NullMarked;
