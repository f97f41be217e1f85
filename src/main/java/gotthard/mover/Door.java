package gotthard.mover;

import gotthard.transfer.Refused;

import java.io.Closeable;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;

/// Where a receiver lets lines in. A session is one attempt of one sender: a newer attempt ends an older one, and a newer process takes
/// over from an older one for good, so that two that live at the same time don't take turns.
final class Door implements Closeable {
    /// So many at once may be asked who they are.
    private static final int ASKED = 64;

    private final ServerSocket server;
    private final SSLContext tls;
    private final Command command;
    private final Timing timing;
    private final Executor executor;
    private final Voice voice;
    private final Semaphore asked = new Semaphore(ASKED);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition came = lock.newCondition();
    private final Set<UUID> relieved = new HashSet<>();
    private Optional<Session> current = Optional.empty();
    private boolean isNew;
    private Optional<String> last = Optional.empty();

    private Door(
            ServerSocket server,
            SSLContext tls,
            Command command,
            Timing timing,
            Executor executor,
            Voice voice) {
        this.server = server;
        this.tls = tls;
        this.command = command;
        this.timing = timing;
        this.executor = executor;
        this.voice = voice;
    }

    /// Opens the port.
    static Door open(
            Credentials credentials, Command command, Timing timing, Executor executor, Voice voice)
            throws Refused {
        int port = command.network().listen();
        try {
            var server = new ServerSocket(port, ASKED);
            var door = new Door(server, credentials.mutual(), command, timing, executor, voice);
            executor.execute(door::accept);
            return door;
        } catch (IOException taken) {
            throw new Refused(
                    "port " + port + " can't be opened: " + taken.getMessage(),
                    "end what has it, or give another with --listen");
        }
    }

    int port() {
        return server.getLocalPort();
    }

    /// The next session, or empty when none came in time.
    Optional<Session> next(Duration patience) throws InterruptedException {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (!isNew) {
                if (left <= 0) {
                    return Optional.empty();
                }
                left = came.awaitNanos(left);
            }
            isNew = false;
            return current;
        } finally {
            lock.unlock();
        }
    }

    /// Why somebody was not let in, the last time.
    Optional<String> lastRefusal() {
        lock.lock();
        try {
            return last;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        lock.lock();
        try {
            current.ifPresent(Session::drop);
        } finally {
            lock.unlock();
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                asked.acquire();
                Socket plain = server.accept();
                executor.execute(() -> ask(plain));
            } catch (IOException _) {
                asked.release();
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    private void ask(Socket plain) {
        try {
            admit(Connection.over(plain, shakenHands(plain), timing, executor));
        } catch (SSLException broken) {
            refused(plain, ExactPeer.why(broken).map(Refused::what).orElse(said(broken)));
        } catch (IOException broken) {
            refused(plain, said(broken));
        } finally {
            asked.release();
        }
    }

    private SSLSocket shakenHands(Socket plain) throws IOException {
        var secure = (SSLSocket) tls.getSocketFactory().createSocket(plain, null, true);
        secure.setNeedClientAuth(true);
        return Connection.shakeHands(plain, secure, timing);
    }

    private void admit(Connection connection) {
        try {
            Greeting greeting = Greeting.read(connection.line());
            Optional<Refused> against = judge(greeting, connection);
            if (against.isPresent()) {
                Greeting.refuse(connection.line(), against.get());
                connection.close();
                note(connection.peer(), against.get().what());
            }
        } catch (Refused unknown) {
            connection.drop();
            note(connection.peer(), unknown.what());
        } catch (IOException broken) {
            connection.drop();
            note(connection.peer(), said(broken));
        }
    }

    private Optional<Refused> judge(Greeting greeting, Connection connection) throws IOException {
        if (greeting.role() != command.role()
                || !greeting.key().equals(command.place().key())
                || !greeting.part().equals(command.place().part())) {
            return Optional.of(elsewhere(greeting));
        }
        lock.lock();
        try {
            if (relieved.contains(greeting.process())) {
                return Optional.of(
                        new Refused(
                                "another sender of this shard has taken over",
                                "nothing, if this one was meant to end; else see that only one runs"));
            }
            if (greeting.line() == 0) {
                return begin(greeting, connection);
            }
            if (current.isEmpty() || !current.get().takes(greeting, connection)) {
                return Optional.of(
                        new Refused("its session is over", "nothing; the sender begins another"));
            }
        } finally {
            lock.unlock();
        }
        Greeting.welcome(connection.line());
        return Optional.empty();
    }

    private Optional<Refused> begin(Greeting greeting, Connection connection) {
        if (current.isPresent()) {
            Greeting before = current.get().greeting();
            if (before.process().equals(greeting.process())) {
                if (greeting.attempt() <= before.attempt()) {
                    return Optional.of(
                            new Refused(
                                    "its session is over", "nothing; the sender begins another"));
                }
            } else {
                relieved.add(before.process());
            }
            current.get().drop();
        }
        current = Optional.of(new Session(greeting, connection));
        isNew = true;
        came.signalAll();
        return Optional.empty();
    }

    private Refused elsewhere(Greeting greeting) {
        return new Refused(
                "it asked for %s of %s, shard %d/%d, and here is %s of %s, shard %d/%d"
                        .formatted(
                                greeting.role().word(),
                                greeting.key(),
                                greeting.part().index(),
                                greeting.part().count(),
                                command.role().word(),
                                command.place().key(),
                                command.place().part().index(),
                                command.place().part().count()),
                "give both ends the same key and shards, and --connect in the order of the shards");
    }

    private void refused(Socket plain, String why) {
        note(plain.getInetAddress().getHostAddress(), why);
        try {
            plain.close();
        } catch (IOException _) {
            // It is gone either way.
        }
    }

    private void note(String who, String why) {
        lock.lock();
        try {
            last = Optional.of(why);
        } finally {
            lock.unlock();
        }
        voice.say("somebody at " + who + " was not let in: " + why);
    }

    private static String said(IOException broken) {
        return Optional.ofNullable(broken.getMessage()).orElse("the line ended");
    }
}
