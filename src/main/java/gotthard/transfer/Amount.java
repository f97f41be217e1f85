package gotthard.transfer;

/// So many files with so many bytes.
public record Amount(long files, long bytes) {
    /// Nothing.
    public static final Amount NONE = new Amount(0, 0);

    /// With one more file.
    public Amount plus(long size) {
        return new Amount(files + 1, bytes + size);
    }
}
