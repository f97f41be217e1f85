/// Tests of what movers tell.
@NullMarked
package gotthard.transfer.report;

import org.jspecify.annotations.NullMarked;
