package gotthard.journal;

import gotthard.action.Progress;
import gotthard.graph.StepId;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All runs of one project, durable.
///
/// What is appended is on disk when the call returns. A journal whose chain is torn or edited is refused with [Damaged], which
/// names the run and the first bad entry.
public interface Journal extends AutoCloseable {
    /// The runs, the latest first.
    List<RunId> runs();

    /// The entries of a run after `after`, in order; 0 for all.
    ///
    /// @throws Damaged when the chain does not hold
    List<Entry> entries(RunId run, long after);

    /// The first entries of a run after `after`, in order: for who reads a long run without holding all of it.
    ///
    /// @param most how many at most; fewer tell that there are no more
    /// @throws Damaged when the chain does not hold
    default List<Entry> entries(RunId run, long after, int most) {
        List<Entry> all = entries(run, after);
        return all.subList(0, Math.min(most, all.size()));
    }

    /// Takes the run's lease with a new, higher fence. Another live coordinator keeps its own.
    Acquired acquire(RunId run, String holder);

    /// Who carries the run out just now: person, host and process. Changes nothing.
    Optional<String> holder(RunId run);

    /// Says that this process is alive and keeps the lease; cheap to call often.
    ///
    /// @return whether the lease still holds; if not, another coordinator has it
    boolean beat(Lease lease);

    /// Gives the lease back; closing the journal does too.
    void release(Lease lease);

    /// Appends events with consecutive numbers in one durable commit, all or none.
    ///
    /// @param expected the number that the first one gets; anything else means that somebody else wrote
    /// @return whether the lease still held; if not, nothing was written
    boolean append(Lease lease, long expected, Instant at, List<Event> events);

    /// Puts a request into a run's inbox. Any process may.
    ///
    /// @return its row, for [Event.RequestAccepted]
    long ask(RunId run, Request request);

    /// The requests after a row, in order.
    List<Asked> asked(RunId run, long after);

    /// A number that changes whenever another process wrote: cheap to poll.
    long version();

    /// Shows progress to other processes. Lossy, not an event.
    void progress(RunId run, StepId step, Progress progress, Instant at);

    /// The latest progress of each step.
    Map<StepId, Progress> progress(RunId run);

    @Override
    void close();

    /// A row of the inbox.
    record Asked(long row, Request request) {}

    /// What asking for a lease led to.
    sealed interface Acquired {
        record Granted(Lease lease) implements Acquired {}

        /// Somebody else has it.
        ///
        /// @param holder who has it: person, host and process
        record Taken(String holder) implements Acquired {}
    }

    /// Keeps where a run stands, now and then, for [#glance]. What is kept is a cache, and may be lost; a journal may keep none.
    ///
    /// @param state that all entries of the run lead to
    default void keep(Lease lease, RunState state) {}

    /// The run's latest state for who only looks: what happened before the journal last kept the state is taken from there, and
    /// not verified again. Nothing may be decided by it.
    default Optional<RunState> glance(RunId run) {
        return state(run);
    }

    /// The run's latest state, if there is such a run.
    default Optional<RunState> state(RunId run) {
        List<Entry> entries = entries(run, 0);
        return entries.isEmpty() ? Optional.empty() : Optional.of(RunState.replay(run, entries));
    }
}
