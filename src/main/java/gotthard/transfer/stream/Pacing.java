package gotthard.transfer.stream;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/// The pace of one attempt: who waits for it is waked when the attempt is given up.
final class Pacing {
    private final Pace pace;
    private final ReentrantLock lock = new ReentrantLock();
    private final Set<Thread> waiting = new HashSet<>();
    private boolean cut;

    Pacing(Pace pace) {
        this.pace = pace;
    }

    /// Waits until so many bytes may go.
    ///
    /// @throws LineBroken when the attempt was given up
    void take(int bytes) throws IOException, InterruptedException {
        enter();
        try {
            pace.take(bytes);
        } catch (InterruptedException interrupted) {
            checkUncut();
            throw interrupted;
        } finally {
            leave();
        }
        checkUncut();
    }

    /// Ends all waiting.
    void cut() {
        lock.lock();
        try {
            cut = true;
            waiting.forEach(Thread::interrupt);
        } finally {
            lock.unlock();
        }
    }

    private void checkUncut() throws LineBroken {
        lock.lock();
        try {
            if (cut) {
                throw new LineBroken(new IOException("the transfer was given up"));
            }
        } finally {
            lock.unlock();
        }
    }

    private void enter() throws LineBroken {
        lock.lock();
        try {
            checkUncut();
            waiting.add(Thread.currentThread());
        } finally {
            lock.unlock();
        }
    }

    /// The thread goes back to its executor without what was meant to wake it.
    private void leave() {
        lock.lock();
        try {
            waiting.remove(Thread.currentThread());
            if (cut) {
                boolean _ = Thread.interrupted();
            }
        } finally {
            lock.unlock();
        }
    }
}
