package gotthard.run.simulation;

/// The process dies here.
final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Crash() {
        super("dies here", null, false, false);
    }
}
