package gotthard.rehearsal;

import gotthard.action.Progress;
import gotthard.graph.StepId;
import gotthard.journal.Entry;
import gotthard.journal.Event;
import gotthard.journal.Journal;
import gotthard.journal.Lease;
import gotthard.journal.Request;
import gotthard.journal.RunId;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The journal in the hands of a coordinator that may die. A dead one reaches it no more.
record FatedJournal(Journal journal, Fate fate) implements Journal {
    private Journal alive() {
        if (fate.isDead()) {
            throw new Death();
        }
        return journal;
    }

    @Override
    public boolean append(Lease lease, long expected, Instant at, List<Event> events) {
        return alive().append(lease, expected, at, events);
    }

    @Override
    public List<RunId> runs() {
        return alive().runs();
    }

    @Override
    public List<Entry> entries(RunId run, long after) {
        return alive().entries(run, after);
    }

    @Override
    public Acquired acquire(RunId run, String holder) {
        return alive().acquire(run, holder);
    }

    @Override
    public Optional<String> holder(RunId run) {
        return alive().holder(run);
    }

    @Override
    public boolean beat(Lease lease) {
        return alive().beat(lease);
    }

    @Override
    public void release(Lease lease) {
        alive().release(lease);
    }

    @Override
    public long ask(RunId run, Request request) {
        return alive().ask(run, request);
    }

    @Override
    public List<Asked> asked(RunId run, long after) {
        return alive().asked(run, after);
    }

    @Override
    public long version() {
        return alive().version();
    }

    @Override
    public void progress(RunId run, StepId step, Progress progress, Instant at) {
        alive().progress(run, step, progress, at);
    }

    @Override
    public Map<StepId, Progress> progress(RunId run) {
        return alive().progress(run);
    }

    @Override
    public void close() {
        journal.close();
    }
}
