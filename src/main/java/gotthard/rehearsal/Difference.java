package gotthard.rehearsal;

/// Something that came out otherwise than it should have.
///
/// @param when at which moment
/// @param what what was looked at
/// @param shown how it was
/// @param wanted how it was to be, and who says so: `the model says all`
public record Difference(Moment when, String what, String shown, String wanted) {
    /// When it was looked at.
    public enum Moment {
        AT_THE_FAULT,
        AT_THE_END
    }

    @Override
    public String toString() {
        String at = when == Moment.AT_THE_FAULT ? "at the fault" : "at the end";
        return at + ", " + what + ": " + shown + ", where " + wanted;
    }
}
