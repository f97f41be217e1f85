package gotthard.cli;

import gotthard.action.Progress;
import gotthard.graph.StepId;
import gotthard.journal.Entry;
import gotthard.journal.Event;
import gotthard.journal.Journal;
import gotthard.journal.Lease;
import gotthard.journal.Request;
import gotthard.journal.RunId;
import gotthard.overview.BigProgramme;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A journal that tells what was made up, and takes nothing.
record ToldJournal(List<BigProgramme.Made> made) implements Journal {
    @Override
    public List<RunId> runs() {
        return made.stream().map(BigProgramme.Made::id).toList();
    }

    @Override
    public List<Entry> entries(RunId run, long after) {
        return one(run).entries().stream().skip(after).toList();
    }

    @Override
    public Optional<String> holder(RunId run) {
        return Optional.of("ops on host-1, process 12");
    }

    @Override
    public Map<StepId, Progress> progress(RunId run) {
        return one(run).progress();
    }

    @Override
    public List<Asked> asked(RunId run, long after) {
        return List.of();
    }

    @Override
    public long version() {
        return 0;
    }

    @Override
    public Acquired acquire(RunId run, String holder) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean beat(Lease lease) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void release(Lease lease) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean append(Lease lease, long expected, Instant at, List<Event> events) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long ask(RunId run, Request request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void progress(RunId run, StepId step, Progress progress, Instant at) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        // Nothing is open.
    }

    private BigProgramme.Made one(RunId run) {
        return made.stream().filter(it -> it.id().equals(run)).findFirst().orElseThrow();
    }
}
