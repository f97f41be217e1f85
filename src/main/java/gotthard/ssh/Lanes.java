package gotthard.ssh;

import com.jcraft.jsch.Channel;
import com.jcraft.jsch.ChannelExec;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;

import gotthard.action.Failure;
import gotthard.action.Unreachable;
import gotthard.inventory.Endpoint;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// Up to four SSH connections to one host. A new one is made when all that are there carry something: each has one thread that
/// decrypts, and a stream that waits would hold up the others on its connection. Broken ones are replaced; there may be more for a
/// while after a cut.
final class Lanes implements AutoCloseable {
    private static final int MOST = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration KEEPALIVE = Duration.ofSeconds(5);
    private static final int LOST_KEEPALIVES = 4;
    private static final String CIPHERS =
            "aes128-gcm@openssh.com,aes256-gcm@openssh.com,aes128-ctr,aes256-ctr";

    private final Endpoint.Host host;
    private final JSch client;
    private final PinnedKeys keys;
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Lane> lanes = new ArrayList<>();
    private boolean closed;

    Lanes(Endpoint.Host host, JSch client, PinnedKeys keys) {
        this.host = host;
        this.client = client;
        this.keys = keys;
    }

    Endpoint.Host host() {
        return host;
    }

    /// A channel on the connection that carries least; give it back with [#leave].
    Lane enter() throws Unreachable, InterruptedException {
        lock.lockInterruptibly();
        try {
            requireOpen();
            lanes.removeIf(lane -> !lane.session.isConnected());
            Optional<Lane> least =
                    lanes.stream().min((one, other) -> Integer.compare(one.users, other.users));
            Lane lane =
                    least.isPresent() && (least.get().users == 0 || lanes.size() >= MOST)
                            ? least.get()
                            : opened();
            lane.users++;
            return lane;
        } finally {
            lock.unlock();
        }
    }

    /// A channel on a connection that is made now, after one has failed. A cut ends several at a time, so that those that nobody uses
    /// are not trusted either.
    Lane enterNew() throws Unreachable, InterruptedException {
        lock.lockInterruptibly();
        try {
            requireOpen();
            lanes.stream()
                    .filter(lane -> lane.users == 0)
                    .forEach(lane -> lane.session.disconnect());
            lanes.removeIf(lane -> !lane.session.isConnected());
            Lane lane = opened();
            lane.users++;
            return lane;
        } finally {
            lock.unlock();
        }
    }

    void leave(Lane lane) {
        lock.lock();
        try {
            lane.users--;
        } finally {
            lock.unlock();
        }
    }

    Unreachable silent(String program) {
        return new Unreachable(
                Failure.transientFailure(
                        "%s (%s) accepts connections but starts no command, not even %s"
                                .formatted(host.name(), PinnedKeys.address(host), program),
                        "look at the log of its sshd, and at MaxSessions there; it is tried again"));
    }

    Unreachable broken(String doing) {
        return new Unreachable(
                Failure.transientFailure(
                        "the connection to %s (%s) broke while it %s"
                                .formatted(host.name(), PinnedKeys.address(host), doing),
                        "check the network to it; what was done is kept, and the next attempt goes on from there"));
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            lanes.forEach(lane -> lane.session.disconnect());
            lanes.clear();
        } finally {
            lock.unlock();
        }
    }

    private void requireOpen() throws Unreachable {
        if (closed) {
            throw new Unreachable(
                    Failure.transientFailure(
                            "the connection to " + host.name() + " was closed", "run again"));
        }
    }

    private Lane opened() throws Unreachable, InterruptedException {
        try {
            Session session = client.getSession(host.user(), host.address(), host.port());
            session.setDaemonThread(true);
            session.setConfig("StrictHostKeyChecking", "yes");
            if (!keys.isEmpty()) {
                session.setConfig("server_host_key", keys.algorithms());
            }
            session.setConfig("PreferredAuthentications", "publickey");
            session.setConfig("compression.s2c", "none");
            session.setConfig("compression.c2s", "none");
            session.setConfig("cipher.s2c", CIPHERS);
            session.setConfig("cipher.c2s", CIPHERS);
            session.setServerAliveInterval((int) KEEPALIVE.toMillis());
            session.setServerAliveCountMax(LOST_KEEPALIVES);
            session.connect((int) PATIENCE.toMillis());
            var lane = new Lane(session);
            lanes.add(lane);
            return lane;
        } catch (JSchException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            throw new Unreachable(keys.refusal().orElseGet(() -> failure(e)));
        }
    }

    private Failure failure(JSchException cause) {
        String words = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        String place = host.name() + " (" + PinnedKeys.address(host) + ")";
        if (words.contains("auth fail")
                || words.contains("auth cancel")
                || words.contains("too many authentication")) {
            return Failure.refused(
                    "%s refused the key of user %s".formatted(place, host.user()),
                    "add its public key to the authorized_keys of %s there, or name another identity"
                            .formatted(host.user()));
        }
        if (words.contains("unknownhost")) {
            return Failure.refused(
                    "the address of %s is not known".formatted(place),
                    "correct it in the inventory, or check DNS");
        }
        if (words.contains("refused")) {
            return Failure.transientFailure(
                    place + " does not answer: nothing listens there",
                    "check that its sshd runs, and the port");
        }
        if (words.contains("negotiation")) {
            return Failure.refused(
                    place + " agrees on no algorithm: " + cause.getMessage(),
                    "update its sshd, or pin a host key of a type that it has");
        }
        return Failure.transientFailure(
                place + " does not answer",
                "check the network to it and that its sshd runs; it is tried again");
    }

    /// One connection.
    static final class Lane {
        private final Session session;
        private int users;

        private Lane(Session session) {
            this.session = session;
        }

        /// A channel for one command.
        ///
        /// @throws JSchException where the connection is down, also where it went down just now: JSch then answers null
        ChannelExec exec() throws JSchException {
            Channel channel = session.openChannel("exec");
            if (channel == null) {
                throw new JSchException("the connection went down as a channel was opened");
            }
            return (ChannelExec) channel;
        }

        boolean isConnected() {
            return session.isConnected();
        }
    }
}
