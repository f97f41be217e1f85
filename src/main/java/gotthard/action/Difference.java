package gotthard.action;

/// One thing that is not as wanted.
///
/// @param thing what: `zurich-1/file-1:/srv/intake/europe/a.bin`
/// @param wanted in words: `36,104 bytes, SHA-256 9f86…`
/// @param found in words: `missing`
/// @param owner who made what was found
public record Difference(String thing, String wanted, String found, Owner owner) {
    /// Who made what was found.
    public enum Owner {
        /// This run, or nobody yet: applying may go on.
        OURS_OR_ABSENT,
        /// Somebody else: applying would overwrite it, so the step is held.
        FOREIGN
    }

    public static Difference missing(String thing, String wanted) {
        return new Difference(thing, wanted, "missing", Owner.OURS_OR_ABSENT);
    }

    @Override
    public String toString() {
        return thing + ": wanted " + wanted + ", found " + found;
    }
}
