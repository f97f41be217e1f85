package gotthard.transfer.report;

import java.util.Arrays;
import java.util.Optional;

/// How a mover has ended, or that it has not.
public enum Ending {
    /// It is still at work. No process ends like this.
    RUNNING("running", 0),
    /// All was done.
    COMPLETE("complete", 0),
    /// All but some, which the report names.
    INCOMPLETE("incomplete", 3),
    /// It makes no sense to try again before somebody has done something.
    STOPPED("stopped", 65),
    /// The other end was lost or never came, or the mover was told to end. The next one goes on.
    BROKEN("broken", 75);

    /// The exit code of a command line that is not understood; nothing is reported then.
    public static final int BAD_USE = 64;

    /// The exit code after a defect of the program, which is reported as [#STOPPED].
    public static final int BUG = 70;

    private final String word;
    private final int code;

    Ending(String word, int code) {
        this.word = word;
        this.code = code;
    }

    /// As it is written.
    public String word() {
        return word;
    }

    /// The exit code of the process.
    public int code() {
        return code;
    }

    /// The ending of a word.
    public static Optional<Ending> of(String word) {
        return Arrays.stream(values()).filter(ending -> ending.word.equals(word)).findFirst();
    }
}
