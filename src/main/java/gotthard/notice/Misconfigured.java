package gotthard.notice;

/// The environment names endpoints that can't be told.
public final class Misconfigured extends Exception {
    private static final long serialVersionUID = 1L;

    Misconfigured(String message) {
        super(message);
    }
}
