package gotthard.secret;

/// A reference to a secret leads nowhere. The message names the reference and what to do, never a value.
public final class Unresolved extends Exception {
    private static final long serialVersionUID = 1L;

    public Unresolved(String message) {
        super(message);
    }
}
