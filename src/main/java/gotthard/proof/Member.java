package gotthard.proof;

import gotthard.world.Act;

/// A part as a slice knows it.
///
/// @param stands what it stands for
/// @param id index of the part, or of one of those that it stands for; of `REST`, of the step
/// @param step index of the step that it is of
/// @param cell index of its cell within the slice; -1 where it acts on none
/// @param needs members that must be done before it
/// @param dependants members that must be pending before it is undone
/// @param isNever whether its day never comes
/// @param waitsForever whether that is by its own date
/// @param keepsHalf whether it makes a difference that it is half although the world is as if it were done
/// @param day number of the first day on which it can begin
record Member(
        Stands stands,
        int id,
        int step,
        int cell,
        Act act,
        PartSet needs,
        PartSet dependants,
        int day,
        boolean isNever,
        boolean waitsForever,
        boolean irreversible,
        boolean keepsHalf) {
    /// For what a member stands.
    enum Stands {
        PART,
        /// The parts of a pause's end that lie in other cells.
        REST,
        /// Parts in other cells that nothing undoes.
        BLOCKER
    }
}
