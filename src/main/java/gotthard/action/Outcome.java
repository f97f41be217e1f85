package gotthard.action;

/// How an attempt to change something ended.
public sealed interface Outcome {
    /// It changed what it should.
    record Changed(Evidence evidence) implements Outcome {}

    /// Nothing was left to do.
    record AlreadyDone() implements Outcome {}

    /// The attempt has ended without success; what it left is declared as leavings.
    record Failed(Failure failure) implements Outcome {}

    /// It is not known whether the change happened or still goes on.
    record Unclear(Failure failure) implements Outcome {}
}
