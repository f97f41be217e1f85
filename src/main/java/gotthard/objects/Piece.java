package gotthard.objects;

/// Which bytes of an object.
///
/// @param version empty for the current one
/// @param tag only while the object has this entity tag; empty for any
/// @param length 0 for all
record Piece(String version, String tag, long from, long length) {
    static final Piece WHOLE = new Piece("", "", 0, 0);

    /// As the header of a request has it; empty for all.
    String range() {
        return length == 0 ? "" : "bytes=%d-%d".formatted(from, from + length - 1);
    }
}
