/// Every number that a person sees of a run, replayed from the journal and computed once, so that
/// no two views disagree. It words nothing, asks no clock and changes nothing.
@NullMarked
package gotthard.overview;

import org.jspecify.annotations.NullMarked;
