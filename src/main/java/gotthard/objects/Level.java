package gotthard.objects;

/// How a copy is verified.
public enum Level {
    /// All content is read at both sides and compared by SHA-256, and attributes and tags are compared.
    FULL,
    /// Names and sizes of all objects, and the content of up to 400, the same ones each time.
    SAMPLE,
    /// Names and sizes at both sides; content is read at the target only, and compared with the digests that the copy recorded.
    RECORDED,
    /// Names and sizes only.
    COUNT
}
