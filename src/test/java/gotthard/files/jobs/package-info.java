/// Tests of copies by movers.
@NullMarked
package gotthard.files.jobs;

import org.jspecify.annotations.NullMarked;
