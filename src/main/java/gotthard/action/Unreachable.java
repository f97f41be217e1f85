package gotthard.action;

/// An endpoint could not be opened, or a connection to it broke.
public final class Unreachable extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    public Unreachable(Failure failure) {
        super(failure.toString());
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }
}
