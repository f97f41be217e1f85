package gotthard.mover;

import gotthard.transfer.Refused;
import gotthard.transfer.report.Role;
import gotthard.transfer.stream.Line;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;

/// How a sender opens the lines of an attempt: the first one, on which it waits until the receiver is ready, then the others.
final class Calling {
    private static final int CONNECT_MILLIS = 5_000;

    private final SSLContext tls;
    private final InetSocketAddress peer;
    private final Timing timing;
    private final Executor executor;
    private final Greeting template;
    private int attempt;

    Calling(
            Credentials credentials,
            Command command,
            Role called,
            Timing timing,
            Executor executor) {
        this.tls = credentials.mutual();
        this.peer = command.network().peer().orElseThrow();
        this.timing = timing;
        this.executor = executor;
        this.template =
                new Greeting(
                        called,
                        command.place().key(),
                        command.place().part(),
                        UUID.randomUUID(),
                        0,
                        0,
                        command.network().lines() + 1);
    }

    /// Opens all lines.
    ///
    /// @throws IOException when it may help to try again
    /// @throws Refused when it does not
    List<Line> open() throws IOException, Refused {
        Greeting greeting = template.again(attempt++);
        var open = new ArrayList<Connection>();
        try {
            for (int line = 0; line < greeting.lines(); line++) {
                open.add(connect());
                greeting.at(line).write(open.getLast().line());
                if (line == 0) {
                    Greeting.hear(open.getLast().line());
                }
            }
            for (Connection connection : open.subList(1, open.size())) {
                Greeting.hear(connection.line());
            }
            return open.stream().map(Connection::line).toList();
        } catch (SSLException broken) {
            open.forEach(Connection::drop);
            Optional<Refused> why = ExactPeer.why(broken);
            if (why.isPresent()) {
                throw why.get();
            }
            throw broken;
        } catch (IOException | Refused broken) {
            open.forEach(Connection::drop);
            throw broken;
        }
    }

    private Connection connect() throws IOException {
        var plain = new Socket();
        try {
            plain.connect(
                    new InetSocketAddress(peer.getHostString(), peer.getPort()), CONNECT_MILLIS);
            var secure =
                    (SSLSocket)
                            tls.getSocketFactory()
                                    .createSocket(
                                            plain, peer.getHostString(), peer.getPort(), true);
            return Connection.over(
                    plain, Connection.shakeHands(plain, secure, timing), timing, executor);
        } catch (IOException broken) {
            plain.close();
            throw broken;
        }
    }
}
