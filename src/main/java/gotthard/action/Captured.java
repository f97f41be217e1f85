package gotthard.action;

/// What [Action#capture] found.
public sealed interface Captured {
    record Found(Before before) implements Captured {}

    /// The step's own key was there, though the journal knows of no attempt: it was lost with the end of the journal.
    ///
    /// @param before what is there beside what the key marks
    /// @param marks what carries the key, in words
    record Recovered(Before before, String marks) implements Captured {}

    record Failed(Failure failure) implements Captured {}
}
