package gotthard.run.simulation;

/// What every proof assumes of the engine. The referee judges by these; each has a planted bug that breaks it.
enum Rule {
    /// A step starts only when all that it needs, directly or not, is verified.
    STARTS_WHEN_ITS_NEEDS_ARE_VERIFIED,
    /// A step is undone only when nothing is left of what relies on it, and everything with an intent is undone.
    UNDOES_AFTER_DEPENDANTS_AND_EVERYTHING,
    /// Undoing restores what was there before the first change; what was found right is left alone.
    RESTORES_WHAT_WAS_THERE,
    /// After a crash the engine looks, and repeats under the same key.
    LOOKS_AND_REPEATS_UNDER_ONE_KEY,
    /// When the first undoing begins, every attempt has ended or is fenced off.
    UNDOES_WHEN_ALL_ATTEMPTS_HAVE_ENDED,
    /// Nothing is taken back that nobody asked to be, not even for another try.
    TAKES_BACK_ONLY_ON_THE_WAY_BACK,
    /// A run turns back whenever it is asked to, and then nothing is applied before all is undone.
    TURNS_BACK_AT_ANY_MOMENT,
    /// What others rely on is never applied again, whatever a later look at it says.
    NEVER_APPLIES_AGAIN_WHAT_IS_RELIED_UPON,
    /// Nothing begins, and no gate opens onto a point of no return, on a verification older than the plan allows.
    BEGINS_ON_NO_VERIFICATION_TOO_OLD
}
