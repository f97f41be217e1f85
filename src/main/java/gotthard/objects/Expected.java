package gotthard.objects;

/// What must stand where an object is made, for servers that look. It is what the headers of the request have.
///
/// @param match the entity tag of the object whose place it takes; empty for any
/// @param noneMatch `*` where there must be none; empty for any
record Expected(String match, String noneMatch) {
    static final Expected NOTHING = new Expected("", "*");

    /// Above a delete marker: some servers take it for an object, others for none.
    static final Expected WHATEVER = new Expected("", "");

    /// The object of this tag; none where it is empty.
    static Expected of(String tag) {
        return tag.isEmpty() ? NOTHING : new Expected(tag, "");
    }
}
