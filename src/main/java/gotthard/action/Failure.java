package gotthard.action;

/// Something in the world did not go as wanted.
///
/// @param what what failed, where, in one sentence: `zurich-1/file-1 refused the key of user gotthard`
/// @param next what a person should do: `add the public key to its authorized_keys`
public record Failure(Kind kind, String what, String next) {
    /// Whether trying again may help.
    public enum Kind {
        /// Trying again later may help: a connection, a busy server, a full disk.
        TRANSIENT,
        /// A comparison found that what arrived is not what was sent. Trying again later may help.
        ALTERED,
        /// Trying again won't help until a person changes something: rights, a conflict, a changed host key.
        REFUSED,
        /// A defect of this program.
        BUG;

        /// Whether the same may go well when it is tried again.
        public boolean mayPass() {
            return this == TRANSIENT || this == ALTERED;
        }
    }

    public static Failure transientFailure(String what, String next) {
        return new Failure(Kind.TRANSIENT, what, next);
    }

    public static Failure refused(String what, String next) {
        return new Failure(Kind.REFUSED, what, next);
    }

    @Override
    public String toString() {
        return next.isEmpty() ? what : what + "; " + next;
    }
}
