package gotthard.ssh;

import gotthard.action.Failure;
import gotthard.action.Key;
import gotthard.action.Unreachable;

import java.util.ArrayList;
import java.util.List;

/// What one key did on one host, written down there in `~/.gotthard/marks/KEY`: `began` before the command runs, `ran` or `failed`
/// after it. So rollback undoes it only where this key ran it, and a crash in between is seen.
record Mark(HostConnection host, Key key) {
    private static final int NOT_MARKED = 66;
    private static final int CANNOT_MARK = 125;

    private static final String RUN =
            """
            marks=$HOME/.gotthard/marks
            { mkdir -p "$marks" && printf 'began\\n' >"$marks/$1"; } || exit 125
            mark=$marks/$1
            shift
            "$@"
            code=$?
            if [ "$code" -eq 0 ]; then state=ran; else state=failed; fi
            printf '%s\\n' "$state" >"$mark" || exit 125
            exit "$code"
            """;
    private static final String LOOK =
            """
            [ -e "$HOME/.gotthard/marks/$1" ] || exit 66
            cat "$HOME/.gotthard/marks/$1"
            """;
    private static final String REMOVE =
            """
            rm -f "$HOME/.gotthard/marks/$1" || exit 1
            rmdir "$HOME/.gotthard/marks" 2>/dev/null && rmdir "$HOME/.gotthard" 2>/dev/null
            :
            """;

    /// What is written down.
    enum State {
        /// This key has not touched the host.
        NONE,
        /// It began; how that ended is not written down.
        BEGAN,
        /// The command ran and failed.
        FAILED,
        /// The command ran and ended well.
        RAN
    }

    State look() throws Unreachable, InterruptedException {
        Ran ran = host.run(words(LOOK, List.of()));
        if (ran.exit() == NOT_MARKED) {
            return State.NONE;
        }
        if (!ran.isGood()) {
            throw new Unreachable(unreadable(ran));
        }
        return switch (ran.output()) {
            case "ran" -> State.RAN;
            case "failed" -> State.FAILED;
            default -> State.BEGAN;
        };
    }

    /// Runs a command between the two marks.
    Ran run(List<String> command) throws Unreachable, InterruptedException {
        Ran ran = host.run(words(RUN, command));
        if (ran.exit() == CANNOT_MARK) {
            throw new Unreachable(unreadable(ran));
        }
        return ran;
    }

    void remove() throws Unreachable, InterruptedException {
        Ran ran = host.run(words(REMOVE, List.of()));
        if (!ran.isGood()) {
            throw new Unreachable(unreadable(ran));
        }
    }

    private Failure unreadable(Ran ran) {
        return Failure.refused(
                "on %s, ~/.gotthard/marks can't be read or written (%s)"
                        .formatted(host.name(), ran.reason()),
                "let the user of the inventory write to its home folder there");
    }

    private List<String> words(String script, List<String> command) {
        var words = new ArrayList<>(List.of("sh", "-c", script, "sh", key.brief()));
        words.addAll(command);
        return words;
    }
}
