package gotthard.transfer.manifest;

/// What a file system knows of a thing beside its content.
///
/// @param mode permission bits, as `chmod` takes them
/// @param modified nanoseconds since 1970, UTC
/// @param owner a user's number, unsigned
/// @param group a group's number, unsigned
public record Metadata(int mode, long modified, int owner, int group) {
    private static final int BITS = 0b111_111_111_111;

    public Metadata {
        if ((mode & ~BITS) != 0) {
            throw new IllegalArgumentException("not permission bits: " + mode);
        }
    }
}
