package gotthard.dataset;

/// How stores are verified to be alike.
public enum Level {
    /// All content is read at both sites and compared by SHA-256.
    FULL,
    /// Names and sizes, and SHA-256 of up to 400, the same ones each time.
    SAMPLE,
    /// Names and sizes at both sites; content is read at the target only, and compared with the digests that the passes recorded.
    RECORDED,
    /// Names and sizes only.
    COUNT
}
