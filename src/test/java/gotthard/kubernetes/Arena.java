package gotthard.kubernetes;

import gotthard.action.Key;
import gotthard.action.LentContext;
import gotthard.inventory.CountryCode;
import gotthard.inventory.Endpoint;
import gotthard.inventory.EndpointName;
import gotthard.inventory.Inventory;
import gotthard.inventory.Site;
import gotthard.inventory.SiteName;
import gotthard.sandbox.cluster.SandboxCluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/// A cluster to test on, and contexts that lead to it.
record Arena(Endpoint.Cluster endpoint, Optional<SandboxCluster> sandbox, Optional<Path> folder)
        implements AutoCloseable {
    static final SiteName SITE = new SiteName("zurich-1");
    static final EndpointName CLUSTER = EndpointName.cluster(SITE);
    static final Clock CLOCK = Clock.systemUTC();

    private static final Path LAB = Path.of("/var/lib/lab/kubeconfig");
    private static final AtomicInteger NAMESPACES = new AtomicInteger();

    static Arena inThisJvm() throws IOException {
        Path folder = Files.createTempDirectory("gotthard-sandbox");
        var cluster =
                SandboxCluster.start(
                        folder,
                        new SandboxCluster.Settings(SITE.value(), CLOCK, Duration.ofMillis(5)));
        return new Arena(
                new Endpoint.Cluster(CLUSTER, SITE.value(), Optional.of(cluster.kubeconfig())),
                Optional.of(cluster),
                Optional.of(folder));
    }

    static Arena lab() {
        return new Arena(
                new Endpoint.Cluster(CLUSTER, SITE.value(), Optional.of(LAB)),
                Optional.empty(),
                Optional.empty());
    }

    /// A name that no other test uses.
    static String namespace() {
        return "test-" + ProcessHandle.current().pid() + "-" + NAMESPACES.incrementAndGet();
    }

    static Key key(int run) {
        return Key.of("run-" + run, "step", 1);
    }

    Inventory inventory() {
        var site =
                new Site(
                        SITE,
                        new CountryCode("CH"),
                        Optional.of(endpoint),
                        Map.of(),
                        Map.of(),
                        List.of());
        return new Inventory(
                "test",
                Optional.empty(),
                Map.of(SITE, site),
                Map.of(),
                Map.of(),
                Set.of(),
                Map.of());
    }

    LentContext context(int run) {
        return new LentContext(inventory(), key(run), CLOCK, Duration.ofMinutes(2));
    }

    @Override
    public void close() throws IOException {
        if (sandbox.isPresent()) {
            sandbox.get().close();
        }
        if (folder.isPresent()) {
            try (var all = Files.walk(folder.get())) {
                for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
