package gotthard.notice;

import gotthard.graph.StepId;
import gotthard.journal.RunId;

import java.time.Instant;
import java.util.Optional;

/// One thing to be told.
///
/// @param seq of the journal's entry that it tells of
/// @param at when that was
/// @param title of the plan
/// @param what happened, in a sentence
/// @param next what to do; empty where nothing is to be done
/// @param due not to be told before
record Notice(
        RunId run,
        long seq,
        Occasion occasion,
        Instant at,
        String title,
        Optional<StepId> step,
        String what,
        String next,
        Instant due) {
    /// The same for the same entry, whichever process tells it, so that who is told twice knows.
    String id() {
        return run.value() + "." + seq;
    }
}
