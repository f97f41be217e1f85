/// Copies files between volumes of clusters by movers, which run there as Jobs: this side makes them, gives them their keys and their
/// rate, and judges by what they report. No content passes here.
@NullMarked
package gotthard.files.jobs;

import org.jspecify.annotations.NullMarked;
