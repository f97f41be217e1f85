package gotthard.transfer.stream;

import gotthard.transfer.Refused;
import gotthard.transfer.manifest.Entry;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// The files that were asked for and have not arrived; a bounded number. For several threads.
final class Orders {
    private final int most;
    private final Map<Long, Delivery> open = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean cut;

    Orders(int most) {
        this.most = most;
    }

    /// Whether [#add] would have to wait.
    boolean areMany() {
        lock.lock();
        try {
            return open.size() >= most;
        } finally {
            lock.unlock();
        }
    }

    void add(long number, Entry entry, Optional<Entry> standing)
            throws InterruptedException, Refused {
        lock.lock();
        try {
            while (open.size() >= most && !cut) {
                changed.await();
            }
            if (cut) {
                throw new Refused("the transfer was given up", "look at what failed first");
            }
            open.put(number, new Delivery(entry, standing));
        } finally {
            lock.unlock();
        }
    }

    /// @throws Refused when the file was not asked for, or has come already
    Delivery at(long number) throws Refused {
        lock.lock();
        try {
            return Optional.ofNullable(open.get(number)).orElseThrow(Orders::unasked);
        } finally {
            lock.unlock();
        }
    }

    /// Takes it off the list.
    ///
    /// @throws Refused when the file was not asked for, or has come already
    Delivery remove(long number) throws Refused {
        lock.lock();
        try {
            Delivery delivery =
                    Optional.ofNullable(open.remove(number)).orElseThrow(Orders::unasked);
            changed.signalAll();
            return delivery;
        } finally {
            lock.unlock();
        }
    }

    boolean isEmpty() {
        lock.lock();
        try {
            return open.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    void cut() {
        lock.lock();
        try {
            cut = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Closes what is open; its pieces stay for the next attempt.
    void close() throws IOException {
        for (Delivery delivery : open.values()) {
            delivery.close();
        }
    }

    private static Refused unasked() {
        return new Refused(
                "the source sent a file that was not asked for",
                "check that both ends are of the same version");
    }
}
