package gotthard.transfer.stream;

import gotthard.transfer.Refused;
import gotthard.transfer.RelativePath;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/// What has become of things at the target. For several threads.
final class Ledger {
    private static final int TOLD = 100;

    private final ReentrantLock lock = new ReentrantLock();
    private final List<Trouble> troubles = new ArrayList<>();
    private long files;
    private long bytes;
    private long failed;

    void placed(long size) {
        lock.lock();
        try {
            files++;
            bytes += size;
        } finally {
            lock.unlock();
        }
    }

    void failed(RelativePath path, Refused why) {
        failed(new Trouble(path, why.what(), why.next()));
    }

    void failed(Trouble trouble) {
        lock.lock();
        try {
            failed++;
            if (troubles.size() < TOLD) {
                troubles.add(trouble);
            }
        } finally {
            lock.unlock();
        }
    }

    Tally tally() {
        lock.lock();
        try {
            return new Tally(files, bytes, failed);
        } finally {
            lock.unlock();
        }
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
