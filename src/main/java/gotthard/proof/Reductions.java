package gotthard.proof;

/// Which reductions a proof makes. All of them leave the set of what can be broken as it is.
///
/// @param byCell looks at each cell, and at pairs between which there is an order, by itself
/// @param byVariable looks at groups of a cell's variables by themselves; only with `byCell`
/// @param fuses leaves out a half that looks like the end, or like the beginning
/// @param sharesAlike looks only once at slices that differ in names alone
record Reductions(boolean byCell, boolean byVariable, boolean fuses, boolean sharesAlike) {
    static final Reductions ALL = new Reductions(true, true, true, true);
    static final Reductions NONE = new Reductions(false, false, false, false);
}
