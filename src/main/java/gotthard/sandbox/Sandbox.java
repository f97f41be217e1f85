package gotthard.sandbox;

import gotthard.inventory.Endpoint;
import gotthard.inventory.EndpointName;
import gotthard.inventory.Inventory;
import gotthard.inventory.Site;
import gotthard.inventory.SiteName;
import gotthard.inventory.Store;
import gotthard.sandbox.cluster.SandboxCluster;
import gotthard.sandbox.witness.Witness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/// The sites of an inventory inside this JVM. Their state lasts in a folder; one process uses it at a time.
public final class Sandbox implements AutoCloseable {
    private static final String MARK = "seeded";

    private final Path folder;
    private final Setup setup;
    private final Map<EndpointName, SandboxHost> hosts = new ConcurrentHashMap<>();
    private final Map<SiteName, SandboxCluster> clusters = new ConcurrentHashMap<>();
    private final Map<EndpointName, SandboxWeb> webs = new ConcurrentHashMap<>();
    private Optional<Inventory> reachable = Optional.empty();

    private Sandbox(Path folder, Setup setup) {
        this.folder = folder;
        this.setup = setup;
    }

    /// How a sandbox is set up.
    ///
    /// @param witness of all that the sites are asked to do
    /// @param pace how long each small step of its clusters takes
    /// @param files how many of each kind of data are laid out at the first start
    public record Setup(Clock clock, Witness witness, Duration pace, int files) {
        private static final Duration PACE = Duration.ofMillis(50);
        private static final int FILES = 400;

        /// The usual one.
        public static Setup of(Clock clock, Witness witness) {
            return new Setup(clock, witness, PACE, FILES);
        }
    }

    /// Starts all sites. At the first start, data are laid out at [Seed#SITE].
    ///
    /// @throws IOException also when another process uses the folder
    public static Sandbox open(Inventory inventory, Path folder, Clock clock) throws IOException {
        return open(inventory, folder, clock, Witness.NONE);
    }

    /// The same, before a witness.
    public static Sandbox open(Inventory inventory, Path folder, Clock clock, Witness witness)
            throws IOException {
        return open(inventory, folder, Setup.of(clock, witness));
    }

    /// The same, set up in a way of one's own.
    public static Sandbox open(Inventory inventory, Path folder, Setup setup) throws IOException {
        var sandbox = new Sandbox(folder.toAbsolutePath().normalize(), setup);
        boolean isOpen = false;
        try {
            sandbox.start(inventory);
            isOpen = true;
            return sandbox;
        } finally {
            if (!isOpen) {
                sandbox.close();
            }
        }
    }

    /// Forgets all state of the sites in a folder, which no process may use.
    public static void reset(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        if (!Files.exists(folder.resolve(MARK))) {
            throw new IOException(
                    "the folder " + folder + " holds no sandbox; name the one to be emptied");
        }
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(
                            Path visited, @org.jspecify.annotations.Nullable IOException broken)
                            throws IOException {
                        Files.delete(visited);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    /// The inventory with the addresses, keys and folders that the sites have now.
    public Inventory inventory() {
        return reachable.orElseThrow();
    }

    public Optional<SandboxHost> host(EndpointName name) {
        return Optional.ofNullable(hosts.get(name));
    }

    public Optional<SandboxCluster> cluster(SiteName site) {
        return Optional.ofNullable(clusters.get(site));
    }

    /// Alters files of that name whenever they arrive at a site, until [#mend].
    public void tamper(SiteName site, String fileName) throws IOException {
        for (EndpointName host : hosts.keySet()) {
            if (host.site().equals(site)) {
                Tampering.at(hostFolder(host), fileName);
            }
        }
    }

    /// Lets nothing go wrong any more at any host.
    public void mend() throws IOException {
        for (SandboxHost host : hosts.values()) {
            host.faults().mend();
        }
    }

    /// Closes all sites, also after one that does not stop, and to their end, whoever is interrupted meanwhile: else the folder would
    /// not be free for the next process.
    @Override
    public void close() {
        boolean isInterrupted = Thread.interrupted();
        var broken = new ArrayList<Exception>();
        Stream.of(hosts.values(), webs.values(), clusters.values())
                .flatMap(Collection::stream)
                .forEach(
                        site -> {
                            try {
                                site.close();
                            } catch (Exception e) {
                                broken.add(e);
                            }
                        });
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
        if (!broken.isEmpty()) {
            throw new UncheckedIOException(
                    new IOException("a site of the sandbox does not stop", broken.getFirst()));
        }
    }

    private void start(Inventory inventory) throws IOException {
        var starts = new ArrayList<java.util.concurrent.Callable<Endpoint>>();
        inventory.sites().values().stream()
                .flatMap(Site::endpoints)
                .forEach(endpoint -> starts.add(() -> started(endpoint)));
        var started = new TreeMap<EndpointName, Endpoint>();
        for (Endpoint endpoint : all(starts)) {
            started.put(endpoint.name(), endpoint);
        }
        Inventory found = new Addresses(inventory, started).reachable();
        for (Site site : inventory.sites().values()) {
            site.stores().values().forEach(this::mount);
        }
        reachable = Optional.of(found);
        new Seed(folder.resolve(MARK), hosts, setup.files()).layOut(found);
    }

    private Endpoint started(Endpoint endpoint) throws IOException {
        return switch (endpoint) {
            case Endpoint.Cluster(var name, var context, _) -> {
                var settings =
                        new SandboxCluster.Settings(
                                context, setup.clock(), setup.pace(), setup.witness());
                var cluster =
                        SandboxCluster.start(siteFolder(name.site()).resolve("cluster"), settings);
                clusters.put(name.site(), cluster);
                yield new Endpoint.Cluster(name, context, Optional.of(cluster.kubeconfig()));
            }
            case Endpoint.Host host -> {
                var sandboxHost =
                        SandboxHost.start(
                                hostFolder(host.name()),
                                0,
                                host.name().toString(),
                                setup.witness());
                hosts.put(host.name(), sandboxHost);
                yield sandboxHost.endpoint(host.name());
            }
            case Endpoint.Metrics metrics -> metrics;
            case Endpoint.Objects objects -> objects;
            case Endpoint.Web(var name, _) -> {
                var web =
                        SandboxWeb.start(
                                name.site(),
                                siteFolder(name.site()).resolve("web").resolve(name.local()));
                webs.put(name, web);
                yield new Endpoint.Web(name, web.url());
            }
        };
    }

    private void mount(Store store) {
        switch (store) {
            case Store.OnHost(_, var name, var path) ->
                    host(name).ifPresent(host -> host.mount(path));
            case Store.OnVolume _, Store.InBucket _ -> {}
        }
    }

    private Path siteFolder(SiteName site) {
        return folder.resolve(site.value());
    }

    private Path hostFolder(EndpointName host) {
        return siteFolder(host.site()).resolve("hosts").resolve(host.local());
    }

    private static <T> List<T> all(List<? extends java.util.concurrent.Callable<T>> tasks)
            throws IOException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> running = tasks.stream().map(threads::submit).toList();
            var done = new ArrayList<T>();
            for (Future<T> one : running) {
                done.add(one.get());
            }
            return done;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException broken
                    ? broken
                    : new IOException("the sandbox does not start", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the sandbox was interrupted while it started", e);
        }
    }
}
