package gotthard.sandbox;

import gotthard.inventory.Endpoint;
import gotthard.inventory.EndpointName;
import gotthard.sandbox.witness.Witness;
import gotthard.secret.SecretRef;

import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.server.SshServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A host of the sandbox: an SSH server on the loopback address whose commands the machine's own `/bin/sh` runs.
///
/// Its files are plain folders below one folder and stay when it is closed. There is no other root: a path of the inventory such as
/// `/srv/intake` is the folder that [#path] says, and commands must be given that, or a path below one that was mounted.
public final class SandboxHost implements AutoCloseable {
    private static final String ADDRESS = "127.0.0.1";
    private static final String USER = "sandbox";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path folder;
    private final SshServer server;
    private final KeyPair hostKey;
    private final Faults faults;
    private final Mounts mounts;

    private SandboxHost(
            Path folder, SshServer server, KeyPair hostKey, Faults faults, Mounts mounts) {
        this.folder = folder;
        this.server = server;
        this.hostKey = hostKey;
        this.faults = faults;
        this.mounts = mounts;
    }

    /// Starts a host on a free port. Its keys are made at the first start and kept in the folder.
    public static SandboxHost start(Path folder) throws IOException {
        return start(folder, 0);
    }

    /// Starts a host on a port; 0 takes a free one.
    public static SandboxHost start(Path folder, int port) throws IOException {
        return start(folder, port, folder.getFileName().toString(), Witness.NONE);
    }

    /// The same, before a witness, who knows it by a name.
    static SandboxHost start(Path folder, int port, String name, Witness witness)
            throws IOException {
        Path home = folder.toAbsolutePath().normalize();
        Files.createDirectories(home.resolve("root"));
        Files.createDirectories(home.resolve("home"));
        KeyPair hostKey = HostKeyFiles.at(home.resolve("host_key"));
        KeyPair identity = HostKeyFiles.at(home.resolve("identity"));
        var faults = new Faults(home);
        var mounts = new Mounts();
        SshServer server = SshServer.setUpDefaultServer();
        server.setHost(ADDRESS);
        server.setPort(port);
        server.setKeyPairProvider(session -> List.of(faults.hostKey().orElse(hostKey)));
        server.setPublickeyAuthenticator(
                (user, key, _) ->
                        user.equals(USER)
                                && !faults.refusesKeys()
                                && KeyUtils.compareKeys(key, identity.getPublic()));
        server.setCommandFactory(
                (_, line) ->
                        new LocalCommand(
                                mounts.line(line),
                                new LocalCommand.Place(name, home),
                                faults,
                                witness));
        faults.cutBy(() -> cut(server));
        server.start();
        return new SandboxHost(home, server, hostKey, faults, mounts);
    }

    public String address() {
        return ADDRESS;
    }

    /// The TCP port, 1 to 65535.
    public int port() {
        return server.getPort();
    }

    /// Whom to log in as.
    public String user() {
        return USER;
    }

    /// The public host key as in an OpenSSH public key file.
    public String hostKey() {
        return HostKeyFiles.line(hostKey);
    }

    /// The private key to log in with, as an OpenSSH file.
    public Path identity() {
        return folder.resolve("identity");
    }

    /// How an inventory names this host.
    public Endpoint.Host endpoint(EndpointName name) {
        return new Endpoint.Host(
                name,
                ADDRESS,
                port(),
                USER,
                new Endpoint.HostKeys.Pinned(List.of(hostKey())),
                Optional.of(new SecretRef.File(identity())));
    }

    /// The folder that stands for an absolute path of the host.
    public Path path(String absolute) {
        if (!absolute.startsWith("/")) {
            throw new IllegalArgumentException("not an absolute path: " + absolute);
        }
        Path root = folder.resolve("root");
        Path path = root.resolve(absolute.substring(1)).normalize();
        if (!path.startsWith(root)) {
            throw new IllegalArgumentException("a path out of the host: " + absolute);
        }
        return path;
    }

    /// Lets commands name an absolute path of the host, and what is below it, as the inventory does.
    void mount(String absolute) {
        mounts.add(absolute, path(absolute));
    }

    /// What can be made to go wrong.
    public Faults faults() {
        return faults;
    }

    /// Returns when all connections have ended.
    private static void cut(SshServer server) {
        server.getActiveSessions().stream()
                .map(session -> session.close(true))
                .toList()
                .forEach(closing -> closing.awaitUninterruptibly(PATIENCE));
    }

    @Override
    public void close() {
        try {
            server.stop(true);
        } catch (IOException e) {
            throw new UncheckedIOException("a host of the sandbox does not stop", e);
        }
    }
}
