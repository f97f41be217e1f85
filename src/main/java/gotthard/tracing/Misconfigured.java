package gotthard.tracing;

/// What the environment says of traces can't be; its message says what.
public final class Misconfigured extends Exception {
    private static final long serialVersionUID = 1;

    Misconfigured(String message, Exception cause) {
        super(message, cause);
    }
}
