/// The shipped plans carried out as a person would, on sites of this JVM and of the lab, undisturbed and with everything that
/// happens to such a move. It uses the tool by its command line only, and looks at the sites past it.
@NullMarked
package gotthard.migration;

import org.jspecify.annotations.NullMarked;
