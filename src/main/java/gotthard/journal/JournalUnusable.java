package gotthard.journal;

/// The journal cannot be used as it lies there, and a person can mend that: a full disk, a folder that
/// cannot be written, a file of a newer version. The message says what, where and what next. What was
/// acknowledged before is not lost.
public final class JournalUnusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    JournalUnusable(String message) {
        super(message);
    }

    JournalUnusable(String message, Throwable cause) {
        super(message, cause);
    }
}
