package gotthard.sandbox.cluster;

import com.sun.net.httpserver.HttpServer;

import gotthard.sandbox.witness.Witness;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// One Kubernetes cluster inside this JVM. Its state lasts in a folder; it listens on the loopback address only, and lets in
/// who has the token of its kubeconfig.
public final class SandboxCluster implements AutoCloseable {
    private static final String STATE = "objects";

    private final Settings settings;
    private final FileChannel lock;
    private final Store store;
    private final Rights rights = new Rights();
    private final ApiServer api;
    private final ScheduledExecutorService turns;
    private final int port;
    private final Path kubeconfig;
    private ExecutorService workers;
    private HttpServer server;
    private boolean isUp;

    /// How a cluster behaves.
    ///
    /// @param context the name of the context in its kubeconfig: the site's name
    /// @param pace how long each small step of its controllers takes
    /// @param witness of requests that may change an object
    /// @param programs of the pods of Indexed Jobs
    public record Settings(
            String context, Clock clock, Duration pace, Witness witness, Programs programs) {
        public Settings(String context, Clock clock, Duration pace, Witness witness) {
            this(context, clock, pace, witness, Programs.NONE);
        }

        public Settings(String context, Clock clock, Duration pace) {
            this(context, clock, pace, Witness.NONE);
        }

        public static Settings of(String context, Clock clock) {
            return new Settings(context, clock, Duration.ofMillis(50));
        }
    }

    private SandboxCluster(Path folder, Settings settings, FileChannel lock) throws IOException {
        this.settings = settings;
        this.lock = lock;
        this.store = Store.open(folder.resolve(STATE));
        String token = token(folder.resolve("token"));
        this.api = new ApiServer(store, settings, rights, token);
        this.workers = Executors.newVirtualThreadPerTaskExecutor();
        this.server = listen(0);
        this.port = server.getAddress().getPort();
        this.turns =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform()
                                .daemon()
                                .name("sandbox-" + settings.context())
                                .factory());
        this.isUp = true;
        writeKubeconfig(folder.resolve("kubeconfig"), token);
        this.kubeconfig = folder.resolve("kubeconfig").toAbsolutePath();
    }

    /// Starts a cluster with what an earlier process left in the folder.
    ///
    /// @throws IOException also when another process uses the folder
    public static SandboxCluster start(Path folder, Settings settings) throws IOException {
        Files.createDirectories(folder);
        var channel =
                FileChannel.open(
                        folder.resolve("lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        if (!isLocked(channel)) {
            channel.close();
            throw new IOException(
                    "the sandbox in "
                            + folder
                            + " is used by another process; wait until it has ended");
        }
        boolean isStarted = false;
        try {
            var cluster = new SandboxCluster(folder, settings, channel);
            cluster.begin();
            isStarted = true;
            return cluster;
        } finally {
            if (!isStarted) {
                channel.close();
            }
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException _) {
            return false;
        }
    }

    /// The kubeconfig to reach it with; for its owner's eyes only.
    public Path kubeconfig() {
        return kubeconfig;
    }

    /// Stops answering at once, in the middle of whatever it does; what was answered is not lost.
    public synchronized void crash() {
        if (isUp) {
            isUp = false;
            server.stop(0);
            workers.shutdownNow();
        }
    }

    /// Listens again on the same port.
    public synchronized void revive() throws IOException {
        if (!isUp) {
            workers = Executors.newVirtualThreadPerTaskExecutor();
            server = listen(port);
            server.start();
            isUp = true;
        }
    }

    /// Takes away a right: `refuse("patch", "configmaps")`, `refuse("patch", "deployments/scale")`.
    public void refuse(String verb, String resource) {
        rights.refuse(verb, resource);
    }

    /// Gives a right back.
    public void grant(String verb, String resource) {
        rights.grant(verb, resource);
    }

    /// Allows nothing but these, until [#allowAll].
    public void allowOnly(Set<Right> wanted) {
        rights.allowOnly(wanted);
    }

    public void allowAll() {
        rights.allowAll();
    }

    /// What was asked for and allowed since [#allowOnly], but for reviews of rights.
    public List<Right> used() {
        return rights.asked().stream()
                .filter(Rights.Asked::isAllowed)
                .map(Rights.Asked::right)
                .toList();
    }

    /// What was asked for and refused since [#allowOnly].
    public List<Right> refused() {
        return rights.asked().stream()
                .filter(asked -> !asked.isAllowed())
                .map(Rights.Asked::right)
                .toList();
    }

    /// Every answer takes this long from now on, as over a long line.
    public void delayBy(Duration each) {
        api.delayBy(each);
    }

    /// Stops; nothing in its folder changes afterwards.
    @Override
    public void close() throws IOException {
        crash();
        // A turn that has begun ends, so that it neither leaves a draft nor writes beside the next
        // process.
        turns.close();
        lock.close();
    }

    private void begin() {
        server.start();
        var controllers = new Controllers(store, settings.clock(), settings.programs());
        long pace = Math.max(1, settings.pace().toMillis());
        var _ = turns.scheduleWithFixedDelay(controllers::turn, pace, pace, TimeUnit.MILLISECONDS);
    }

    private HttpServer listen(int wanted) throws IOException {
        var listening =
                HttpServer.create(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 1024);
        listening.createContext("/", api);
        listening.setExecutor(workers);
        return listening;
    }

    private static String token(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] random = new byte[32];
            new SecureRandom().nextBytes(random);
            writePrivately(file, HexFormat.of().formatHex(random));
        }
        return Files.readString(file).strip();
    }

    private void writeKubeconfig(Path file, String token) throws IOException {
        String name = settings.context();
        writePrivately(
                file,
                """
                apiVersion: v1
                kind: Config
                clusters:
                - name: %1$s
                  cluster: {server: "http://127.0.0.1:%2$d"}
                users:
                - name: %1$s
                  user: {token: "%3$s"}
                contexts:
                - name: %1$s
                  context: {cluster: %1$s, user: %1$s}
                current-context: %1$s
                """
                        .formatted(name, port, token));
    }

    private static void writePrivately(Path file, String text) throws IOException {
        if (!Files.exists(file)) {
            Files.createFile(file);
        }
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(
                    file, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
        }
        Files.writeString(file, text);
    }
}
