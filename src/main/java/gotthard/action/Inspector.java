package gotthard.action;

import gotthard.inventory.Endpoint;
import gotthard.shape.ByteSize;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// Looks at one kind of endpoint for `preflight` and `doctor`. Found by `ServiceLoader`; names no client library itself.
public interface Inspector {
    /// Whether it knows this kind of endpoint.
    boolean knows(Endpoint endpoint);

    /// What it found; changes nothing.
    ///
    /// @param access the rights to ask for at this endpoint
    List<Finding> inspect(Context context, Endpoint endpoint, List<Access> access)
            throws InterruptedException, Unreachable;

    /// Which of these rights lack there, as far as that can be asked; changes nothing.
    List<Lack> lacking(Context context, Endpoint endpoint, List<Access> access)
            throws InterruptedException, Unreachable;

    /// What it found when it was asked more; nothing that it changes stays. Nothing from one that has no answer.
    default List<Finding> answer(Context context, Endpoint endpoint, Question question)
            throws InterruptedException, Unreachable {
        return List.of();
    }

    /// A right that lacks.
    ///
    /// @param right the right, as a phrase: `write /srv/files`
    /// @param found what was found in its place
    /// @param next what to do about it
    record Lack(Access access, String right, String found, String next) {}

    /// One thing looked at: its subject, such as `reachable`, `version`, `clock`, `rights` or `space`, and what was found, in words with
    /// its value and unit.
    sealed interface Finding {
        String subject();

        String found();

        record Good(String subject, String found) implements Finding {}

        /// A value that whoever asked judges by limits of their own.
        record Measured(String subject, Measure measure) implements Finding {
            @Override
            public String found() {
                return measure.toString();
            }
        }

        /// Something that a person should look at.
        ///
        /// @param next what to do about it
        record Bad(String subject, String found, String next) implements Finding {}
    }

    /// A value whose limits differ from plan to plan.
    sealed interface Measure {
        /// How far a clock is ahead of the coordinator's; negative when it is behind.
        record ClockAhead(Duration by) implements Measure {
            @Override
            public String toString() {
                String amount = String.format(Locale.ROOT, "%.1f s", by.abs().toMillis() / 1000.0);
                return amount + (by.isNegative() ? " behind" : " ahead");
            }
        }

        /// What is free for files.
        ///
        /// @param folder the folder that was asked for
        record Free(String folder, ByteSize size) implements Measure {
            @Override
            public String toString() {
                return size.display() + " free at " + folder;
            }
        }

        /// How many more files can be made.
        ///
        /// @param of how many there can be in all
        record FreeFiles(String folder, long files, long of) implements Measure {
            @Override
            public String toString() {
                return "%,d of %,d free at %s".formatted(files, of, folder);
            }
        }

        /// What lies in a folder.
        ///
        /// @param youngFiles of these, how many have come within the time that was asked for
        record Holds(String folder, long files, ByteSize size, long youngFiles, ByteSize youngSize)
                implements Measure {
            @Override
            public String toString() {
                return "%,d files of %s in %s".formatted(files, size.display(), folder);
            }
        }

        /// Until when a certificate is valid.
        record ValidUntil(Instant end) implements Measure {
            @Override
            public String toString() {
                return "valid until " + end;
            }
        }
    }
}
