package gotthard.objects;

import gotthard.action.Unreachable;

/// A server answered a request with an error.
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int PRECONDITION_FAILED = 412;
    private static final int NOT_ALLOWED = 405;
    private static final int NOT_IMPLEMENTED = 501;

    private final String code;
    private final int status;
    private final Unreachable unreachable;

    Refusal(String code, int status, Unreachable unreachable) {
        super(unreachable);
        this.code = code;
        this.status = status;
        this.unreachable = unreachable;
    }

    /// The same for whoever can do nothing about it.
    Unreachable unreachable() {
        return unreachable;
    }

    /// Whether the object, version or upload is not there, in a bucket that is.
    boolean isMissing() {
        return status == NOT_FOUND && !code.equals("NoSuchBucket");
    }

    /// Whether what stands there is not what the request expected.
    boolean isConflict() {
        return status == PRECONDITION_FAILED || status == CONFLICT;
    }

    /// Whether the server does not know this kind of request.
    boolean isUnknown() {
        return status == NOT_IMPLEMENTED || status == NOT_ALLOWED;
    }
}
