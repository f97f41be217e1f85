package gotthard.signing;

/// What came of verifying an envelope.
public sealed interface Verification {
    /// One of the allowed keys signed it.
    ///
    /// @param statement read from the very bytes that were verified
    record Verified(VerificationKey key, Statement statement) implements Verification {}

    /// It counts for nothing.
    ///
    /// @param why as the end of a sentence: "it is …"
    record Rejected(String why) implements Verification {}
}
