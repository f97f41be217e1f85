package gotthard.mover;

import gotthard.transfer.stream.Line;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// The lines of one attempt, at the receiver.
final class Session {
    private final Greeting greeting;
    private final AtomicReferenceArray<Connection> connections;
    private final CountDownLatch missing;
    private volatile boolean dropped;

    Session(Greeting greeting, Connection first) {
        this.greeting = greeting;
        this.connections = new AtomicReferenceArray<>(greeting.lines());
        this.missing = new CountDownLatch(greeting.lines() - 1);
        connections.set(0, first);
    }

    Greeting greeting() {
        return greeting;
    }

    /// Who sends, for people.
    String peer() {
        return connections.get(0).peer();
    }

    /// Takes one of its lines, unless it is another's or there already.
    boolean takes(Greeting other, Connection connection) {
        boolean takes =
                other.equals(greeting.at(other.line()))
                        && !dropped
                        && connections.compareAndSet(other.line(), null, connection);
        if (takes) {
            missing.countDown();
        }
        return takes;
    }

    /// Tells the sender that this end is ready, and waits for the other lines.
    void open(Duration patience) throws IOException, InterruptedException {
        Greeting.welcome(connections.get(0).line());
        if (!missing.await(patience.toMillis(), TimeUnit.MILLISECONDS) || dropped) {
            throw new IOException("not all of its lines came");
        }
    }

    /// Its lines, once it is open.
    List<Line> lines() {
        var lines = new ArrayList<Line>();
        for (int i = 0; i < greeting.lines(); i++) {
            lines.add(connections.get(i).line());
        }
        return lines;
    }

    /// Whether the sender has heard how it ended.
    boolean isParted() throws InterruptedException {
        return connections.get(0).hasEnded();
    }

    /// Ends all its lines at once.
    void drop() {
        dropped = true;
        for (int i = 0; i < greeting.lines(); i++) {
            Connection connection = connections.get(i);
            if (connection != null) {
                connection.drop();
            }
        }
        while (missing.getCount() > 0) {
            missing.countDown();
        }
    }
}
