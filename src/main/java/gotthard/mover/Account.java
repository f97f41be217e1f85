package gotthard.mover;

import gotthard.transfer.Amount;
import gotthard.transfer.Late;
import gotthard.transfer.Sha256;
import gotthard.transfer.report.Ending;
import gotthard.transfer.report.Report;
import gotthard.transfer.report.Told;
import gotthard.transfer.stream.Compared;
import gotthard.transfer.stream.Meter;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/// What this process has done so far: of all its attempts. For several threads.
final class Account {
    private final Command command;
    private final LongSupplier nanos;
    private final long began;
    private final ReentrantLock lock = new ReentrantLock();
    private Meter meter = new Meter();
    private Meter.Reading before = meter.reading();
    private Optional<Sha256> root = Optional.empty();
    private Report.Compared compared = Report.Compared.NONE;
    private OptionalLong ready = OptionalLong.empty();
    private long sessions;
    private long left;
    private Optional<Told> told = Optional.empty();
    private List<String> notes = List.of();

    Account(Command command, LongSupplier nanos) {
        this.command = command;
        this.nanos = nanos;
        this.began = nanos.getAsLong();
    }

    /// The meter of another attempt.
    Meter attempt() {
        lock.lock();
        try {
            before = sum();
            meter = new Meter();
            return meter;
        } finally {
            lock.unlock();
        }
    }

    /// Both ends are ready.
    void session() {
        lock.lock();
        try {
            sessions++;
            if (ready.isEmpty()) {
                ready = OptionalLong.of(millis());
            }
        } finally {
            lock.unlock();
        }
    }

    void root(Sha256 known) {
        lock.lock();
        try {
            root = Optional.of(known);
        } finally {
            lock.unlock();
        }
    }

    /// Of what a comparison has found.
    void compared(Compared found) {
        lock.lock();
        try {
            compared =
                    new Report.Compared(
                            found.tally().equal(),
                            found.files().files(),
                            found.files().bytes(),
                            found.unproven());
        } finally {
            lock.unlock();
        }
    }

    /// Of what a withdrawal has found.
    ///
    /// @param kept things that are not as they were placed
    void removed(Amount gone, long kept) {
        lock.lock();
        try {
            before =
                    new Meter.Reading(
                            Amount.NONE, Amount.NONE, gone, 0, 0, Late.NONE, before.sent());
            left = kept;
        } finally {
            lock.unlock();
        }
    }

    /// Of what one that only looks has found.
    void told(Told found) {
        lock.lock();
        try {
            told = Optional.of(found);
        } finally {
            lock.unlock();
        }
    }

    /// Lines about what was not reached.
    void notes(List<String> found) {
        lock.lock();
        try {
            notes = List.copyOf(found);
        } finally {
            lock.unlock();
        }
    }

    long sessions() {
        lock.lock();
        try {
            return sessions;
        } finally {
            lock.unlock();
        }
    }

    /// As of now.
    Report report(Verdict verdict) {
        lock.lock();
        try {
            Meter.Reading all = sum();
            return new Report(
                    command.role(),
                    command.place().part().index(),
                    command.place().part().count(),
                    verdict.ending(),
                    all.listed(),
                    all.wanted(),
                    all.placed(),
                    all.failed(),
                    all.extra(),
                    all.late(),
                    compared,
                    root.or(meter::root),
                    verdict.troubles(),
                    verdict.ending() == Ending.COMPLETE ? String.join("; ", notes) : verdict.what(),
                    verdict.next(),
                    millis(),
                    all.sent(),
                    ready.orElse(0),
                    told);
        } finally {
            lock.unlock();
        }
    }

    Report running() {
        return report(new Verdict(Ending.RUNNING, List.of(), "", ""));
    }

    /// What earlier attempts have placed is no longer wanted, and was.
    private Meter.Reading sum() {
        Meter.Reading now = meter.reading();
        return new Meter.Reading(
                now.listed(),
                plus(before.placed(), now.wanted()),
                plus(before.placed(), now.placed()),
                now.failed() + left,
                now.extra(),
                now.late(),
                before.sent() + now.sent());
    }

    private static Amount plus(Amount some, Amount others) {
        return new Amount(some.files() + others.files(), some.bytes() + others.bytes());
    }

    private long millis() {
        return TimeUnit.NANOSECONDS.toMillis(nanos.getAsLong() - began);
    }
}
