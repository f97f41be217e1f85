package gotthard.bench;

import gotthard.inventory.CountryCode;
import gotthard.inventory.DataType;
import gotthard.inventory.DataTypeName;
import gotthard.inventory.Endpoint;
import gotthard.inventory.EndpointName;
import gotthard.inventory.HostGroup;
import gotthard.inventory.HostGroupName;
import gotthard.inventory.Inventory;
import gotthard.inventory.RegionName;
import gotthard.inventory.Site;
import gotthard.inventory.SiteName;
import gotthard.inventory.Store;
import gotthard.inventory.StoreName;
import gotthard.secret.SecretRef;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// This machine's OpenSSH server, started for a benchmark on a free port of the loopback address, as two sites.
record LoopbackHost(Optional<Process> server, Path folder, int port) implements AutoCloseable {
    static final LoopbackHost NONE = new LoopbackHost(Optional.empty(), Path.of("/nonexistent"), 0);
    static final SiteName FROM = new SiteName("moscow");
    static final SiteName TO = new SiteName("zurich-1");
    static final RegionName REGION = new RegionName("europe");
    static final DataTypeName DATA = new DataTypeName("files");

    private static final String SSHD = "/usr/sbin/sshd";

    static LoopbackHost start() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("gotthard-bench");
        for (String key : List.of("host_key", "identity")) {
            run(
                    "ssh-keygen",
                    "-q",
                    "-t",
                    "ed25519",
                    "-N",
                    "",
                    "-f",
                    folder.resolve(key).toString());
        }
        Files.copy(folder.resolve("identity.pub"), folder.resolve("authorized_keys"));
        int port = freePort();
        Files.writeString(
                folder.resolve("sshd_config"),
                """
                ListenAddress 127.0.0.1:%d
                HostKey %2$s/host_key
                AuthorizedKeysFile %2$s/authorized_keys
                StrictModes no
                UsePAM no
                PidFile none
                PasswordAuthentication no
                # Keeps bash from reading ~/.bashrc for each command.
                SetEnv SHLVL=2
                """
                        .formatted(port, folder));
        if (Files.isWritable(Path.of("/run"))) {
            Files.createDirectories(Path.of("/run/sshd"));
        }
        Process server =
                new ProcessBuilder(SSHD, "-D", "-e", "-f", folder.resolve("sshd_config").toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("sshd.log").toFile())
                        .start();
        awaitPort(port, server);
        return new LoopbackHost(Optional.of(server), folder, port);
    }

    /// Writes incompressible files into the source.
    void fill(int count) throws IOException {
        var random = new Random(1);
        for (int i = 0; i < count; i++) {
            var content = new byte[(int) Math.exp(9.2 + 1.1 * random.nextGaussian())];
            random.nextBytes(content);
            Path file = source().resolve("%02x/%06d.bin".formatted(i % 256, i));
            Files.createDirectories(file.getParent());
            Files.write(file, content);
        }
    }

    void clear() throws IOException {
        Folders.delete(folder.resolve("target"));
        Files.createDirectories(folder.resolve("target"));
    }

    int shell(String script) throws IOException, InterruptedException {
        var builder = new ProcessBuilder("bash", "-o", "pipefail", "-c", script).inheritIO();
        builder.environment().put("SOURCE", source().toString());
        builder.environment().put("TARGET", folder.resolve("target/europe").toString());
        builder.environment().put("SUMS", folder.resolve("sums").toString());
        builder.environment()
                .put(
                        "SSH",
                        "ssh -F none -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null -o LogLevel=ERROR"
                                + " -i %s/identity -p %d 127.0.0.1".formatted(folder, port));
        int exit = builder.start().waitFor();
        if (exit != 0) {
            throw new IllegalStateException("exit " + exit);
        }
        return exit;
    }

    Inventory inventory() {
        var where =
                Map.of(
                        FROM,
                        new DataType.Place(new StoreName("store"), "${region}"),
                        TO,
                        new DataType.Place(new StoreName("store"), "${region}"));
        return new Inventory(
                "bench",
                Optional.empty(),
                Map.of(FROM, site(FROM, "source"), TO, site(TO, "target")),
                Map.of(),
                Map.of(DATA, new DataType(DATA, DataType.Mutability.APPEND_ONLY, where)),
                Set.of(),
                Map.of());
    }

    @Override
    public void close() throws IOException {
        server.ifPresent(Process::destroy);
        Folders.delete(folder);
    }

    private Path source() {
        return folder.resolve("source/europe");
    }

    private Site site(SiteName name, String store) {
        var endpoint = new EndpointName(name, "file-1");
        var group = new HostGroupName("files");
        var host =
                new Endpoint.Host(
                        endpoint,
                        "127.0.0.1",
                        port,
                        System.getProperty("user.name"),
                        new Endpoint.HostKeys.Pinned(List.of(read("host_key.pub"))),
                        Optional.of(new SecretRef.File(folder.resolve("identity"))));
        var storeName = new StoreName("store");
        return new Site(
                name,
                new CountryCode("CH"),
                Optional.empty(),
                Map.of(group, new HostGroup(group, List.of(host))),
                Map.of(
                        storeName,
                        new Store.OnHost(storeName, endpoint, folder.resolve(store).toString())),
                List.of());
    }

    private String read(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void awaitPort(int port, Process server)
            throws IOException, InterruptedException {
        for (int attempt = 0; attempt < 200 && server.isAlive(); attempt++) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                if (socket.isConnected()) {
                    return;
                }
            } catch (IOException _) {
                Thread.sleep(20);
            }
        }
        throw new IOException(SSHD + " does not start; install openssh-server");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void run(String... words) throws IOException, InterruptedException {
        if (new ProcessBuilder(words).start().waitFor() != 0) {
            throw new IOException(words[0] + " failed");
        }
    }
}
