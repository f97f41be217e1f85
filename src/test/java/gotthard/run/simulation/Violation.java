package gotthard.run.simulation;

/// The engine broke a promise.
final class Violation extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Violation(String what) {
        super(what);
    }
}
