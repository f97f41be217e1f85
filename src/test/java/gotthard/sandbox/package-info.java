/// Tests of all sites of a sandbox together.
@NullMarked
package gotthard.sandbox;

import org.jspecify.annotations.NullMarked;
