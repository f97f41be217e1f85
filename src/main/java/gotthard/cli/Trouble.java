package gotthard.cli;

/// Why a verb can't go on, for the person who typed it: what, where, and what to do next.
final class Trouble extends Exception {
    private static final long serialVersionUID = 1L;

    private final Exit exit;
    private final String what;
    private final String next;

    /// @param what what is wrong, and where, without a full stop
    /// @param next what to do, without a full stop
    Trouble(Exit exit, String what, String next) {
        super(what + "; " + next);
        this.exit = exit;
        this.what = what;
        this.next = next;
    }

    static Trouble badUse(String what, String next) {
        return new Trouble(Exit.BAD_USE, what, next);
    }

    static Trouble failed(String what, String next) {
        return new Trouble(Exit.FAILED, what, next);
    }

    /// Of words that say what, then after a semicolon what to do.
    static Trouble said(Exit exit, String words) {
        int cut = words.indexOf("; ");
        return cut < 0
                ? new Trouble(exit, words, "see gotthard doctor")
                : new Trouble(exit, words.substring(0, cut), words.substring(cut + 2));
    }

    Exit exit() {
        return exit;
    }

    String what() {
        return what;
    }

    String next() {
        return next;
    }
}
