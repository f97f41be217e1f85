package gotthard.files;

/// How a copy is verified.
public enum Level {
    /// SHA-256 of every file, read back at the target.
    FULL,
    /// Names, sizes and times at both sites; content is read at the target only, and compared with the digests that the copy recorded.
    RECORDED,
    /// Names and sizes only.
    COUNT,
    /// Names and sizes, and SHA-256 of up to 400 files, the same ones each time.
    SAMPLE
}
