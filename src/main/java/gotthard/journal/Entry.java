package gotthard.journal;

import java.time.Instant;

/// An event with its place in a run's journal.
///
/// @param seq from 1, without gaps
/// @param at when the coordinator wrote it, by its own clock, to the millisecond
public record Entry(long seq, Instant at, Event event) {
    /// What the journal calls it, with the version of its meaning: `step.verified/1`.
    public String kind() {
        return EventKinds.kind(event);
    }
}
