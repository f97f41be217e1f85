package gotthard.run.simulation;

import gotthard.action.Progress;
import gotthard.graph.StepId;
import gotthard.journal.Entry;
import gotthard.journal.Event;
import gotthard.journal.Journal;
import gotthard.journal.Lease;
import gotthard.journal.MemoryJournal;
import gotthard.journal.Request;
import gotthard.journal.RunId;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The journal as one process sees it: it may die before and after each append, be overtaken, or have a bug.
final class GuardedJournal implements Journal {
    private final MemoryJournal journal;
    private final Session session;
    private final Referee referee;
    private final Runnable usurped;
    private final List<Runnable> heldBack = new ArrayList<>();

    GuardedJournal(MemoryJournal journal, Session session, Referee referee, Runnable usurped) {
        this.journal = journal;
        this.session = session;
        this.referee = referee;
        this.usurped = usurped;
    }

    @Override
    public boolean append(Lease lease, long expected, Instant at, List<Event> events) {
        session.boundary();
        usurped.run();
        if (session.mutant() == Mutant.INTENT_AFTER_EFFECT) {
            heldBack.forEach(Runnable::run);
            heldBack.clear();
            heldBack.add(() -> journal.append(lease, expected, at, events));
            return true;
        }
        boolean written = journal.append(lease, expected, at, events);
        if (!written) {
            referee.appendRefused();
        }
        if (session.mutant() == Mutant.IGNORE_FENCE) {
            return true;
        }
        session.boundary();
        return written;
    }

    @Override
    public List<RunId> runs() {
        return journal.runs();
    }

    @Override
    public List<Entry> entries(RunId run, long after) {
        return journal.entries(run, after);
    }

    @Override
    public Acquired acquire(RunId run, String holder) {
        return journal.acquire(run, holder);
    }

    @Override
    public Optional<String> holder(RunId run) {
        return journal.holder(run);
    }

    @Override
    public boolean beat(Lease lease) {
        return session.mutant() == Mutant.IGNORE_FENCE || journal.beat(lease);
    }

    @Override
    public void release(Lease lease) {
        journal.release(lease);
    }

    @Override
    public long ask(RunId run, Request request) {
        return journal.ask(run, request);
    }

    @Override
    public List<Asked> asked(RunId run, long after) {
        return journal.asked(run, after);
    }

    @Override
    public long version() {
        return journal.version();
    }

    @Override
    public void progress(RunId run, StepId step, Progress progress, Instant at) {
        journal.progress(run, step, progress, at);
    }

    @Override
    public Map<StepId, Progress> progress(RunId run) {
        return journal.progress(run);
    }

    @Override
    public void close() {
        journal.close();
    }
}
