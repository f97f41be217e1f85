package gotthard.files.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Lab;
import gotthard.action.Key;
import gotthard.action.LentContext;
import gotthard.files.FileTree;
import gotthard.inventory.CountryCode;
import gotthard.inventory.DataTypeName;
import gotthard.inventory.Endpoint;
import gotthard.inventory.EndpointName;
import gotthard.inventory.Inventory;
import gotthard.inventory.Movers;
import gotthard.inventory.RegionName;
import gotthard.inventory.Site;
import gotthard.inventory.SiteName;
import gotthard.inventory.Store;
import gotthard.inventory.StoreName;
import gotthard.transfer.stream.Target;
import gotthard.world.CellId;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// A folder of the node in each of two real clusters, and a namespace of one test's own.
public final class LabVolumes implements AutoCloseable {
    public static final SiteName MOSCOW = new SiteName("moscow");
    public static final SiteName ZURICH = new SiteName("zurich-1");
    public static final CellId CELL =
            new CellId(new RegionName("europe"), new DataTypeName("suspicious-files"));

    /// Streams of each mover.
    private static final int LINES = Integer.getInteger("lines", 4);

    private static final Path IMAGE = Path.of("target/gotthard-mover-image.tar");
    private static final String IMAGE_NAME =
            System.getProperty("mover.image", "gotthard/mover:0.1.0-SNAPSHOT");
    private static final String NODES_OF_MOSCOW = "10.77.1.1";
    private static final String NODES_OF_ZURICH = "10.77.2.1";
    private static final int USER = 65_532;
    private static final AtomicInteger TESTS = new AtomicInteger();
    private static boolean isImported;

    private final Lab lab;
    private final Path folder;
    private final String namespace;
    private final Map<SiteName, KubernetesClient> clients = new HashMap<>();
    private final Map<Integer, LentContext> contexts = new HashMap<>();

    private LabVolumes(Lab lab, Path folder, String namespace) {
        this.lab = lab;
        this.folder = folder;
        this.namespace = namespace;
    }

    public static LabVolumes ready() throws IOException {
        Lab lab = Lab.up();
        importImage(lab);
        String name =
                "movers-%d-%d".formatted(ProcessHandle.current().pid(), TESTS.incrementAndGet());
        var volumes = new LabVolumes(lab, Files.createTempDirectory(name), name);
        for (SiteName site : List.of(MOSCOW, ZURICH)) {
            Files.createDirectories(volumes.disk(site));
            volumes.cluster(site)
                    .resource(
                            new NamespaceBuilder()
                                    .withNewMetadata()
                                    .withName(name)
                                    .endMetadata()
                                    .build())
                    .create();
        }
        Files.createDirectories(volumes.target().root());
        volumes.give(volumes.disk(ZURICH));
        return volumes;
    }

    private static synchronized void importImage(Lab lab) {
        if (!isImported) {
            if (!Files.isRegularFile(IMAGE)) {
                throw new AssertionError(IMAGE + " is missing; run ./mvnw -Pimage package first");
            }
            lab.run("import", IMAGE.toString());
        }
        isImported = true;
    }

    Lab lab() {
        return lab;
    }

    /// A site's volume, as this machine sees it.
    public Path disk(SiteName site) {
        return folder.resolve(site.value());
    }

    public FileTree source() {
        return new FileTree(disk(MOSCOW).resolve("intake/europe"));
    }

    public FileTree target() {
        return new FileTree(disk(ZURICH).resolve("intake/europe"));
    }

    static SiteName site(String name) {
        return new SiteName(name);
    }

    /// How many bytes lie in stages at the target.
    long partial() throws IOException {
        try (Stream<Path> all = Files.walk(disk(ZURICH))) {
            long bytes = 0;
            for (Path path : all.filter(one -> one.toString().contains("/.gotthard-")).toList()) {
                bytes += Files.isRegularFile(path) ? Files.size(path) : 0;
            }
            return bytes;
        } catch (java.io.UncheckedIOException | java.nio.file.NoSuchFileException _) {
            return 0;
        }
    }

    public void give(Path below) throws IOException {
        try (Stream<Path> all = Files.walk(below)) {
            for (Path path : all.toList()) {
                Files.setAttribute(path, "unix:uid", USER, LinkOption.NOFOLLOW_LINKS);
                Files.setAttribute(path, "unix:gid", USER, LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    VolumeCopy action(int shards) {
        return new VolumeCopy(order(shards));
    }

    public Order order(int shards) {
        return new Order(
                MOSCOW,
                ZURICH,
                List.of(new MovedCell(CELL, 0, end(MOSCOW), end(ZURICH))),
                NODES_OF_ZURICH,
                shards,
                LINES,
                Order.Proof.FULL,
                Order.Owners.OWN,
                USER);
    }

    /// The other way.
    public Order orderBack(int shards) {
        Order there = order(shards);
        return new Order(
                ZURICH,
                MOSCOW,
                List.of(new MovedCell(CELL, 0, end(ZURICH), end(MOSCOW))),
                NODES_OF_MOSCOW,
                shards,
                there.lines(),
                there.proof(),
                there.owners(),
                there.user());
    }

    /// One region's share of a folder at both ends, named by a list.
    public Order sharedOrder(String region, int shards) {
        Order one = order(shards);
        return new Order(
                one.from(),
                one.to(),
                List.of(
                        new MovedCell(
                                new CellId(new RegionName(region), CELL.data()),
                                0,
                                end(MOSCOW),
                                end(ZURICH),
                                Optional.of("lists/" + region + ".txt"),
                                Target.Folder.SHARED)),
                one.address(),
                one.shards(),
                one.lines(),
                one.proof(),
                one.owners(),
                one.user());
    }

    private End end(SiteName site) {
        return new End(
                EndpointName.cluster(site),
                namespace,
                new Store.Volume.HostFolder(disk(site).toString()),
                "intake/europe",
                IMAGE_NAME);
    }

    public LentContext context(int run) {
        return contexts.computeIfAbsent(
                run,
                number ->
                        new LentContext(
                                inventory(),
                                Key.of(namespace + "-" + number, "files", 1),
                                Clock.systemUTC(),
                                Duration.ofMinutes(5)));
    }

    Inventory inventory() {
        return new Inventory(
                "lab",
                Optional.empty(),
                Map.of(MOSCOW, site(MOSCOW, "RU"), ZURICH, site(ZURICH, "CH")),
                Map.of(),
                Map.of(),
                Set.of(),
                Map.of());
    }

    /// A site whose volume is a store.
    public Site siteWith(SiteName name, StoreName store) {
        Site plain = site(name, "CH");
        var volume =
                new Store.OnVolume(
                        store,
                        EndpointName.cluster(name),
                        namespace,
                        new Store.Volume.HostFolder(disk(name).toString()),
                        "intake");
        return new Site(
                name,
                plain.country(),
                plain.cluster(),
                Map.of(),
                Map.of(store, volume),
                List.of(),
                Optional.of(
                        new Movers(
                                name.equals(MOSCOW) ? NODES_OF_MOSCOW : NODES_OF_ZURICH,
                                Optional.of(IMAGE_NAME))),
                List.of(),
                Optional.empty());
    }

    private Site site(SiteName name, String country) {
        return new Site(
                name,
                new CountryCode(country),
                Optional.of(
                        new Endpoint.Cluster(
                                EndpointName.cluster(name),
                                name.value(),
                                Optional.of(lab.kubeconfig()))),
                Map.of(),
                Map.of(),
                List.of());
    }

    KubernetesClient cluster(SiteName site) {
        return clients.computeIfAbsent(
                site,
                name -> {
                    Config config = Config.fromKubeconfig(name.value(), lab.kubeconfig().toFile());
                    config.setClientKeyAlgo("EC");
                    return new KubernetesClientBuilder().withConfig(config).build();
                });
    }

    List<Job> jobs(SiteName site) {
        return cluster(site).batch().v1().jobs().inNamespace(namespace).list().getItems();
    }

    List<Pod> pods(SiteName site) {
        return cluster(site).pods().inNamespace(namespace).list().getItems();
    }

    /// Ends all movers of a site, as when its node is drained.
    public void evict(SiteName site) {
        pods(site).forEach(pod -> cluster(site).resource(pod).delete());
    }

    /// Until no mover works any more.
    public void untilQuiet() throws InterruptedException {
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (Stream.of(MOSCOW, ZURICH)
                .flatMap(site -> jobs(site).stream())
                .anyMatch(job -> job.getStatus().getCompletionTime() == null)) {
            assertThat(System.nanoTime()).as("movers end").isLessThan(end);
            Thread.sleep(Duration.ofMillis(300));
        }
    }

    /// All that is there of this test.
    public Map<String, String> world() throws IOException {
        var world = new HashMap<String, String>();
        for (SiteName site : List.of(MOSCOW, ZURICH)) {
            new FileTree(disk(site))
                    .describe()
                    .forEach((path, what) -> world.put(site + ":" + path, what));
            jobs(site)
                    .forEach(job -> world.put(site + " Job " + job.getMetadata().getName(), "Job"));
        }
        return world;
    }

    @Override
    public void close() {
        contexts.values().forEach(LentContext::close);
        for (SiteName site : List.of(MOSCOW, ZURICH)) {
            cluster(site).namespaces().withName(namespace).delete();
        }
        clients.values().forEach(KubernetesClient::close);
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
