package gotthard.action;

import gotthard.world.CellId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongConsumer;

/// One cell's way from one site to another, which can be gone again and again: each time it brings what has come since.
///
/// Like an [Action] it holds no state between calls. What it places carries [Context#key]; what others have placed is never overwritten.
/// What goes wrong is thrown as [Unreachable], with what to do.
public interface Route {
    CellId cell();

    /// Where things arrive, for people.
    String shown();

    /// What is counted: `file`.
    String thing();

    Set<Access> access();

    /// What an attempt that ends half-way may leave, as [Declaration#leavings] says it.
    List<String> leavings();

    /// How a person goes this way once without this program. Pure.
    ByHand.Told byHand(Prompt prompt);

    /// Lists both ends and finds out what the target lacks, or leaves that to bringing where looking takes as much. Content is read only of what
    /// is not as the last pass left it.
    ///
    /// @param since what the pass before said it was as of
    Outlook look(Context context, Optional<Instant> since) throws InterruptedException, Unreachable;

    /// Compares both ends. What came after a moment, and is not there yet, is told apart from what differs.
    ///
    /// @param asOf by the clock of the source
    Compared compare(Context context, Optional<Instant> asOf)
            throws InterruptedException, Unreachable;

    /// What carries the key at the target, in words.
    Optional<String> marked(Context context) throws InterruptedException, Unreachable;

    /// What is at the target before the first change, in one line, which is empty where nothing needs to be known, or the target keeps it.
    default String capture(Context context) throws InterruptedException, Unreachable {
        return "";
    }

    /// Takes away what the key has placed.
    ///
    /// @param captured what [#capture] said
    Withdrawn withdraw(Context context, String captured) throws InterruptedException, Unreachable;

    /// What is not as it was before the first change.
    Optional<Difference> unrestored(Context context, String captured)
            throws InterruptedException, Unreachable;

    /// Removes lists and marks.
    ///
    /// @return whether there were any
    boolean collect(Context context) throws InterruptedException, Unreachable;

    /// What becomes of a thing that changed at the source after it was placed, where the target still has what was placed.
    enum Manner {
        /// It is replaced.
        REPLACE,
        /// It is in the way: data that are only added to must not change.
        KEEP,
        /// It is in the way, and the source may hold nothing yet: both ends are going to have what either has.
        MERGE,
        /// As when merging, on the way back of an exchange: what both ends have was compared on the way there.
        RETURN;

        /// Whether the source may hold nothing yet.
        public boolean isExchange() {
            return this == MERGE || this == RETURN;
        }
    }

    /// What one look found.
    interface Outlook extends AutoCloseable {
        /// What is to be brought, where that is known before it is.
        OptionalLong bytes();

        /// How sure a prediction is.
        Prediction.Certainty certainty();

        /// For a prediction, where something is to be brought, or may be.
        Optional<Prediction.Change> change();

        /// What is at the target, or has changed at the source, so that nothing is brought; as far as it is known before.
        List<Difference> inTheWay();

        /// The same, where finding that out takes as much as bringing: for those who must know of all ways before they bring anything, and not
        /// for a prediction.
        default List<Difference> sounded() throws InterruptedException, Unreachable {
            return List.of();
        }

        /// Brings what the target lacks, and reads it back where that is how it is made sure of.
        ///
        /// @param moved hears of bytes that have gone through
        Brought bring(LongConsumer moved) throws InterruptedException, Unreachable;

        /// Forgets what was listed.
        @Override
        default void close() {}
    }

    /// What a pass did.
    ///
    /// @param asOf all that was written before this moment was seen; by the clock of the source
    /// @param left things that changed while they were read, for the next pass
    /// @param leftBytes their size
    /// @param notes lines for those who look closer
    record Brought(
            Instant asOf, long things, long bytes, long left, long leftBytes, List<String> notes) {
        public Brought {
            notes = List.copyOf(notes);
        }
    }

    /// What a comparison found.
    ///
    /// @param at when it began, by the clock of the source
    /// @param compared things found equal, in the way that was asked for
    /// @param of things that the source has, without those that came late
    /// @param bytes of content that was read
    record Compared(
            Instant at,
            long compared,
            long of,
            long bytes,
            List<Difference> differences,
            Late late,
            List<String> details) {
        public Compared {
            differences = List.copyOf(differences);
            details = List.copyOf(details);
        }
    }

    /// What was written after the moment that was asked for, and is not at the target.
    ///
    /// @param oldest when the first of it was written
    record Late(long things, long bytes, Optional<Instant> oldest) {
        public static final Late NONE = new Late(0, 0, Optional.empty());

        /// With one more.
        public Late plus(long size, Instant written) {
            return new Late(
                    things + 1,
                    bytes + size,
                    Optional.of(oldest.filter(written::isAfter).orElse(written)));
        }

        /// Both together.
        public Late plus(Late other) {
            Optional<Instant> first =
                    oldest.isEmpty() || other.oldest.filter(oldest.get()::isAfter).isPresent()
                            ? other.oldest
                            : oldest;
            return new Late(things + other.things, bytes + other.bytes, first);
        }
    }

    /// What was taken away, and lines about what was left.
    record Withdrawn(boolean wasMarked, long things, long bytes, List<String> left) {
        public Withdrawn {
            left = List.copyOf(left);
        }
    }
}
