package gotthard.cli;

import gotthard.journal.Entry;
import gotthard.journal.Event;
import gotthard.journal.Journal;
import gotthard.journal.RunState;

import java.util.Optional;

/// What the loop of a run says to a request, so that a refusal reaches the person who asked.
final class Answer {
    private static final long LOOK_MILLIS = 100;
    private static final int LOOKS = 40;

    private Answer() {}

    /// Why the run refused; nothing when it accepted, or when it is not carried out now and will say so later.
    ///
    /// @param state before it was asked
    static Optional<String> to(Journal journal, RunState state, long row)
            throws InterruptedException {
        if (state.ending().isPresent()) {
            return Optional.empty();
        }
        for (int look = 0; look < LOOKS; look++) {
            for (Entry entry : journal.entries(state.id(), state.last())) {
                if (entry.event() instanceof Event.RequestRefused(var item, _, var why)
                        && item == row) {
                    return Optional.of(why);
                }
                if (entry.event() instanceof Event.RequestAccepted(var item, _) && item == row) {
                    return Optional.empty();
                }
            }
            Thread.sleep(LOOK_MILLIS);
        }
        return Optional.empty();
    }
}
