package gotthard.files;

import gotthard.action.Failure;

/// Something went wrong that ends the attempt; becomes the value that the action gives back.
final class Halt extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    Halt(Failure failure) {
        super(failure.toString());
        this.failure = failure;
    }

    static Halt refused(String what, String next) {
        return new Halt(Failure.refused(what, next));
    }

    static Halt tryAgain(String what, String next) {
        return new Halt(Failure.transientFailure(what, next));
    }

    /// What arrived is not what was sent.
    static Halt altered(String what, String next) {
        return new Halt(new Failure(Failure.Kind.ALTERED, what, next));
    }

    Failure failure() {
        return failure;
    }
}
