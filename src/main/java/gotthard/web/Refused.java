package gotthard.web;

/// Why the dashboard can't be offered: what is wrong, and what to do.
public final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    private final String what;
    private final String next;

    Refused(String what, String next) {
        super(what + "; " + next);
        this.what = what;
        this.next = next;
    }

    public String what() {
        return what;
    }

    public String next() {
        return next;
    }
}
