package gotthard.transfer.stream;

import gotthard.transfer.Refused;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Hands things over from some threads to others, a bounded number at a time, until all who put have ended.
public final class Conveyor<T> {
    private final int capacity;
    private final Deque<T> things = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private int producers;
    private boolean cut;

    /// For so many things at a time, from so many that put.
    public Conveyor(int capacity, int producers) {
        this.capacity = capacity;
        this.producers = producers;
    }

    /// Waits until there is room.
    ///
    /// @throws Refused when it was cut
    public void put(T thing) throws InterruptedException, Refused {
        lock.lock();
        try {
            while (things.size() >= capacity && !cut) {
                changed.await();
            }
            checkUncut();
            things.add(thing);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// The next thing, or empty when none comes any more.
    ///
    /// @throws Refused when it was cut
    public Optional<T> take() throws InterruptedException, Refused {
        lock.lock();
        try {
            while (things.isEmpty() && producers > 0 && !cut) {
                changed.await();
            }
            checkUncut();
            changed.signalAll();
            return Optional.ofNullable(things.poll());
        } finally {
            lock.unlock();
        }
    }

    /// The next thing, or empty when none is there now.
    ///
    /// @throws Refused when it was cut
    public Optional<T> poll() throws Refused {
        lock.lock();
        try {
            checkUncut();
            changed.signalAll();
            return Optional.ofNullable(things.poll());
        } finally {
            lock.unlock();
        }
    }

    /// One of those who put puts nothing more.
    public void end() {
        lock.lock();
        try {
            producers--;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Ends all waiting.
    public void cut() {
        lock.lock();
        try {
            cut = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void checkUncut() throws Refused {
        if (cut) {
            throw new Refused("the transfer was given up", "look at what failed first");
        }
    }
}
