package gotthard.rehearsal;

/// Something that came out otherwise than it should have.
///
/// @param when at which moment
/// @param what what was looked at
/// @param said how the model says that it is, or how it was to be
/// @param shown how it was
public record Difference(Moment when, String what, String said, String shown) {
    /// When it was looked at.
    public enum Moment {
        AT_THE_FAULT,
        AT_THE_END
    }

    @Override
    public String toString() {
        String at = when == Moment.AT_THE_FAULT ? "at the fault" : "at the end";
        return at + ", " + what + ": " + said + " was to be, and " + shown + " was";
    }
}
