package gotthard.journal;

/// Stored bytes are not what their kind says. Inside this room only: whoever reads an entry turns it
/// into [Damaged] with its place.
final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String what;

    Unreadable(String what) {
        super(what);
        this.what = what;
    }

    String what() {
        return what;
    }
}
