package gotthard.transfer;

/// Something in a listing or an archive that must not be carried on with.
public final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    private final String what;
    private final String next;

    /// Says what was found, and what a person should do about it.
    public Refused(String what, String next) {
        super(what + "; " + next);
        this.what = what;
        this.next = next;
    }

    /// What was found, in one sentence without a full stop.
    public String what() {
        return what;
    }

    /// What a person should do.
    public String next() {
        return next;
    }
}
