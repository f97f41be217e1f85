package gotthard.ssh;

import gotthard.action.Failure;
import gotthard.action.Fence;
import gotthard.action.Key;
import gotthard.action.Unreachable;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What one key did on one host, written down there in `~/.gotthard/marks/KEY`: `began` before the command runs, `ran` or `failed`
/// after it. So rollback undoes it only where this key ran it, and a crash in between is seen.
///
/// Each also says with which fence, and of which run it is. Whoever comes with a lower one than is written down was overtaken by another coordinator, and is
/// refused before the command, before its end is written down, and before it is undone. Commands find both as `GOTTHARD_KEY` and
/// `GOTTHARD_FENCE`. Comparing and writing down are two moments, so that a coordinator that is overtaken between them gets through.
record Mark(HostConnection host, Key key, Fence fence) {
    private static final int NOT_MARKED = 66;
    private static final int LEFT_EMPTY = 67;
    private static final int CANNOT_MARK = 125;
    private static final int OVERTAKEN = 121;
    private static final String OVERTAKEN_SAYS = "gotthard: overtaken";

    private static final String FENCED =
            """
            marks=$HOME/.gotthard/marks
            mark=$marks/$1
            GOTTHARD_KEY=$1 GOTTHARD_FENCE=$2 run=$3
            export GOTTHARD_KEY GOTTHARD_FENCE
            shift 3
            give_way() {
                there=0
                [ ! -e "$mark" ] || read -r _ there _ <"$mark"
                [ "${there:-0}" -le "$GOTTHARD_FENCE" ] && return
                echo 'gotthard: overtaken' >&2
                exit 121
            }
            give_way
            """;
    private static final String RUN =
            FENCED
                    + """
            begin() {
                mkdir -p "$marks" && printf 'began %s %s\\n' "$GOTTHARD_FENCE" "$run" >"$mark"
            }
            begin 2>/dev/null || begin || exit 125
            "$@"
            code=$?
            if [ "$code" -eq 0 ]; then state=ran; else state=failed; fi
            give_way
            printf '%s %s %s\\n' "$state" "$GOTTHARD_FENCE" "$run" >"$mark" || exit 125
            exit "$code"
            """;
    private static final String LOOK =
            """
            cd || exit
            [ ! -e ".gotthard/marks/$1" ] || exec cat ".gotthard/marks/$1"
            [ -d .gotthard ] || exit 66
            for other in .gotthard/* .gotthard/marks/*; do
                [ ! -e "$other" ] || [ "$other" = .gotthard/marks ] || exit 66
            done
            exit 67
            """;
    private static final String UNDO =
            FENCED
                    + """
            [ -e "$mark" ] || exit 0
            read -r state _ <"$mark"
            printf '%s %s %s\\n' "${state:-began}" "$GOTTHARD_FENCE" "$run" >"$mark" || exit 125
            "$@" || exit
            give_way
            rm -f "$mark" || exit 125
            rmdir "$marks" "$HOME/.gotthard" 2>/dev/null
            :
            """;
    private static final String RUNS =
            """
            cd || exit
            for mark in .gotthard/marks/*; do
                run=
                [ ! -e "$mark" ] || read -r _ _ run <"$mark"
                [ -z "$run" ] || printf '%s\\n' "$run"
            done
            """;
    private static final String TIDY =
            """
            cd && rmdir .gotthard/marks .gotthard 2>/dev/null
            :
            """;

    /// What is written down.
    enum State {
        /// This key has not touched the host.
        NONE,
        /// Nor has any other; yet the folder of marks is there, empty: whoever removed the last one ended before the folder was.
        LEFT,
        /// It began; how that ended is not written down.
        BEGAN,
        /// The command ran and failed.
        FAILED,
        /// The command ran and ended well.
        RAN;

        String words() {
            return switch (this) {
                case NONE, LEFT -> "not run";
                case BEGAN -> "begun, end unknown";
                case FAILED -> "failed";
                case RAN -> "run";
            };
        }
    }

    State look() throws Unreachable, InterruptedException {
        Ran ran = host.run(words(LOOK, List.of()));
        if (ran.exit() == NOT_MARKED) {
            return State.NONE;
        }
        if (ran.exit() == LEFT_EMPTY) {
            return State.LEFT;
        }
        if (!ran.isGood()) {
            throw new Unreachable(unreadable(ran));
        }
        return switch (ran.output().split(" ", 2)[0]) {
            case "ran" -> State.RAN;
            case "failed" -> State.FAILED;
            default -> State.BEGAN;
        };
    }

    /// Runs a command between the two marks.
    Ran run(List<String> command) throws Unreachable, InterruptedException {
        return fenced(RUN, command);
    }

    /// Runs a command that undoes the other, and takes the mark away when it ended well. Where there is none, nothing is left to undo.
    Ran undo(List<String> command) throws Unreachable, InterruptedException {
        return fenced(UNDO, command);
    }

    /// The names of all runs that have left marks on the host.
    Set<String> runs() throws Unreachable, InterruptedException {
        return host.run(words(RUNS, List.of()))
                .output()
                .lines()
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Takes the mark away, and leaves what the command did.
    void remove() throws Unreachable, InterruptedException {
        Ran ran = undo(List.of("true"));
        if (!ran.isGood()) {
            throw new Unreachable(unreadable(ran));
        }
    }

    /// Removes the folder of marks if it is empty.
    void tidy() throws Unreachable, InterruptedException {
        host.run(words(TIDY, List.of()));
    }

    private Ran fenced(String script, List<String> command)
            throws Unreachable, InterruptedException {
        var fenced = new ArrayList<>(List.of(Long.toString(fence.number()), key.run()));
        fenced.addAll(command);
        Ran ran = host.run(words(script, fenced));
        if (ran.exit() == OVERTAKEN && ran.errors().contains(OVERTAKEN_SAYS)) {
            throw new Unreachable(overtaken());
        }
        if (ran.exit() == CANNOT_MARK) {
            throw new Unreachable(unreadable(ran));
        }
        return ran;
    }

    private Failure overtaken() {
        return Failure.refused(
                "on %s, another coordinator has gone on with this run, and this one was stopped"
                        .formatted(host.name()),
                "leave the run to the other; gotthard status shows it");
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
