package gotthard.proof;

import java.util.BitSet;
import java.util.List;

/// What may be so of one cell, as far as is known.
///
/// @param states packed, at least one; each says of every part of the cell how far it is
/// @param isAll whether these are all: where there were too many, what is further is not known
/// @param begun parts that may be going on, or stopped somewhere
/// @param undoing parts whose undoing may be going on, or stopped somewhere
/// @param facts what is so in any of the states
record Worlds(List<long[]> states, boolean isAll, BitSet begun, BitSet undoing, Facts facts) {
    /// What is to be known of all states of a cell.
    ///
    /// @param broken what any of them breaks by itself, as bits; a gap also where a pause hides it
    /// @param uses whether any of them stores, takes writes, stages or processes at a site: four bits a site, [#USES]
    /// @param isProcessedAnew whether any of them processes where it was not at first
    /// @param hasMoved whether all of them process where the cell goes, and nowhere else
    record Facts(int broken, BitSet uses, boolean isProcessedAnew, boolean hasMoved) {
        /// How many uses of a site there are.
        static final int USES = 4;

        boolean isUsed(int site, int use) {
            return uses.get(USES * site + use);
        }
    }
}
