package gotthard.files;

/// How a copy is verified.
public enum Level {
    /// SHA-256 of every file, read back at the target.
    FULL,
    /// Names and sizes only.
    COUNT,
    /// Names and sizes, and SHA-256 of up to 400 files, the same ones each time.
    SAMPLE
}
