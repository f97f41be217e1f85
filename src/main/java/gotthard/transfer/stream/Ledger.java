package gotthard.transfer.stream;

import gotthard.transfer.Refused;
import gotthard.transfer.RelativePath;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/// What has become of things at the target: all of it on the meter, and the first troubles by name. For several threads.
final class Ledger {
    private static final int TOLD = 100;

    private final Meter meter;
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Trouble> troubles = new ArrayList<>();

    Ledger(Meter meter) {
        this.meter = meter;
    }

    void placed(long size) {
        meter.placed(size);
    }

    Hearing hearing(Wire wire) {
        return new Hearing(wire, meter);
    }

    void wanted(long size) {
        meter.wanted(size);
    }

    void extra() {
        meter.extra();
    }

    /// A file that was changed at the source, or has vanished there, since it was listed.
    void late(long size) {
        meter.late(size);
    }

    void failed(RelativePath path, Refused why) {
        failed(new Trouble(path, why.what(), why.next()));
    }

    void failed(Trouble trouble) {
        meter.failed();
        lock.lock();
        try {
            if (troubles.size() < TOLD) {
                troubles.add(trouble);
            }
        } finally {
            lock.unlock();
        }
    }

    Tally tally() {
        Meter.Reading now = meter.reading();
        return new Tally(now.placed().files(), now.placed().bytes(), now.failed(), now.extra());
    }

    List<Trouble> troubles() {
        lock.lock();
        try {
            return List.copyOf(troubles);
        } finally {
            lock.unlock();
        }
    }
}
