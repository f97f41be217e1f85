package gotthard.files.jobs;

import gotthard.action.Key;
import gotthard.action.LentContext;
import gotthard.inventory.CountryCode;
import gotthard.inventory.Endpoint;
import gotthard.inventory.EndpointName;
import gotthard.inventory.Inventory;
import gotthard.inventory.RegionName;
import gotthard.inventory.Site;
import gotthard.inventory.SiteName;
import gotthard.inventory.Store;
import gotthard.sandbox.cluster.SandboxCluster;
import gotthard.sandbox.witness.Witness;
import gotthard.transfer.stream.Target;
import gotthard.world.CellId;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Two clusters of the sandbox whose movers are played.
public final class PlayedVolumes implements AutoCloseable {
    static final String NAMESPACE = "intake";

    public final PlayedMovers movers = new PlayedMovers();
    final SandboxCluster moscow;
    final SandboxCluster zurich;
    private final LentContext context;

    public PlayedVolumes(Path folder) throws IOException {
        moscow = start(folder, LabVolumes.MOSCOW);
        zurich = start(folder, LabVolumes.ZURICH);
        context =
                new LentContext(
                        inventory(),
                        Key.of("run", "files", 1),
                        Clock.systemUTC(),
                        Duration.ofMinutes(1));
        for (SandboxCluster cluster : List.of(moscow, zurich)) {
            try (KubernetesClient client = client(cluster)) {
                client.resource(
                                new NamespaceBuilder()
                                        .withNewMetadata()
                                        .withName(NAMESPACE)
                                        .endMetadata()
                                        .build())
                        .create();
            }
        }
    }

    private SandboxCluster start(Path folder, SiteName site) throws IOException {
        return SandboxCluster.start(
                folder.resolve(site.value()),
                new SandboxCluster.Settings(
                        site.value(),
                        Clock.systemUTC(),
                        Duration.ofMillis(5),
                        Witness.NONE,
                        movers));
    }

    public LentContext context() {
        return context;
    }

    static VolumeCopy action(int shards) {
        return new VolumeCopy(order(shards));
    }

    public static Order order(int shards) {
        return new Order(
                LabVolumes.MOSCOW,
                LabVolumes.ZURICH,
                List.of(
                        new MovedCell(
                                LabVolumes.CELL,
                                0,
                                end(LabVolumes.MOSCOW),
                                end(LabVolumes.ZURICH))),
                "10.77.2.1",
                shards,
                4,
                Order.Proof.FULL,
                Order.Owners.OWN,
                1000);
    }

    /// The other way.
    public static Order orderBack(int shards) {
        Order there = order(shards);
        return new Order(
                there.to(),
                there.from(),
                List.of(
                        new MovedCell(
                                LabVolumes.CELL,
                                0,
                                end(LabVolumes.ZURICH),
                                end(LabVolumes.MOSCOW))),
                "10.77.1.1",
                shards,
                there.lines(),
                there.proof(),
                there.owners(),
                there.user());
    }

    /// Two cells of one folder, told apart by lists.
    static Order sharedOrder() {
        Order one = order(1);
        var cells = new ArrayList<MovedCell>();
        for (String region : List.of("asia", "europe")) {
            cells.add(
                    new MovedCell(
                            new CellId(new RegionName(region), LabVolumes.CELL.data()),
                            cells.size(),
                            end(LabVolumes.MOSCOW),
                            end(LabVolumes.ZURICH),
                            Optional.of("lists/" + region + ".txt"),
                            Target.Folder.SHARED));
        }
        return new Order(
                one.from(),
                one.to(),
                cells,
                one.address(),
                one.shards(),
                one.lines(),
                one.proof(),
                one.owners(),
                one.user());
    }

    private static End end(SiteName site) {
        return new End(
                EndpointName.cluster(site),
                NAMESPACE,
                new Store.Volume.Claim("uploads"),
                "files/europe",
                "gotthard/mover:test");
    }

    static KubernetesClient client(SandboxCluster cluster) {
        return new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(cluster.kubeconfig().toFile()))
                .build();
    }

    public Inventory inventory() {
        var sites = new HashMap<SiteName, Site>();
        Map.of(LabVolumes.MOSCOW, moscow, LabVolumes.ZURICH, zurich)
                .forEach((name, cluster) -> sites.put(name, site(name, cluster)));
        return new Inventory(
                "test", Optional.empty(), sites, Map.of(), Map.of(), Set.of(), Map.of());
    }

    private static Site site(SiteName name, SandboxCluster cluster) {
        return new Site(
                name,
                new CountryCode("CH"),
                Optional.of(
                        new Endpoint.Cluster(
                                EndpointName.cluster(name),
                                name.value(),
                                Optional.of(cluster.kubeconfig()))),
                Map.of(),
                Map.of(),
                List.of());
    }

    @Override
    public void close() throws IOException {
        context.close();
        moscow.close();
        zurich.close();
    }
}
