/// The journal's contract, its format as golden files, and a journal without a disk.
@NullMarked
package gotthard.journal;

import org.jspecify.annotations.NullMarked;
