package gotthard.dataset;

import gotthard.action.Kind;
import gotthard.action.Scope;
import gotthard.action.Work;
import gotthard.inventory.CountryCode;
import gotthard.inventory.DataType;
import gotthard.inventory.DataTypeName;
import gotthard.inventory.EndpointName;
import gotthard.inventory.Inventory;
import gotthard.inventory.Movers;
import gotthard.inventory.RegionName;
import gotthard.inventory.Site;
import gotthard.inventory.SiteName;
import gotthard.inventory.Store;
import gotthard.inventory.StoreName;
import gotthard.problem.Checked;
import gotthard.problem.Place;
import gotthard.shape.Names;
import gotthard.world.CellId;
import gotthard.yaml.YamlReader;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads and binds steps at two sites, which keep files on hosts, uploads in buckets, volumes in volumes, and something here so and there so.
final class Bindings {
    private static final SiteName MOSCOW = new SiteName("moscow");
    private static final SiteName ZURICH = new SiteName("zurich-1");
    private static final StoreName DISK = new StoreName("disk");
    private static final StoreName BUCKET = new StoreName("bucket");
    private static final StoreName VOLUME = new StoreName("volume");

    private Bindings() {}

    static <W> Checked<Work> of(Kind<W> kind, String with) {
        var scope =
                new Scope(
                        inventory(),
                        Optional.empty(),
                        Place.of("plan.yaml"),
                        (_, _) -> {
                            throw new AssertionError("no file is read");
                        });
        return YamlReader.read("plan.yaml", with)
                .flatMap(node -> kind.parameters().read(node, Names.unchecked()))
                .flatMap(parameters -> kind.bind(parameters, scope));
    }

    static CellId cell(String region, String data) {
        return new CellId(new RegionName(region), new DataTypeName(data));
    }

    private static Inventory inventory() {
        return new Inventory(
                "test",
                Optional.empty(),
                Map.of(MOSCOW, site(MOSCOW), ZURICH, site(ZURICH)),
                Map.of(),
                Map.ofEntries(
                        type("files", DataType.Mutability.APPEND_ONLY, DISK, DISK),
                        type("records", DataType.Mutability.MUTABLE, DISK, DISK),
                        type("uploads", DataType.Mutability.APPEND_ONLY, BUCKET, BUCKET),
                        type("volumes", DataType.Mutability.APPEND_ONLY, VOLUME, VOLUME),
                        type("mixed", DataType.Mutability.APPEND_ONLY, DISK, BUCKET)),
                Set.of(),
                Map.of());
    }

    private static Map.Entry<DataTypeName, DataType> type(
            String name, DataType.Mutability mutability, StoreName here, StoreName there) {
        var type = new DataTypeName(name);
        return Map.entry(
                type,
                new DataType(
                        type,
                        mutability,
                        Map.of(
                                MOSCOW,
                                new DataType.Place(here, name + "/${region}"),
                                ZURICH,
                                new DataType.Place(there, name + "/${region}"))));
    }

    private static Site site(SiteName name) {
        return new Site(
                name,
                new CountryCode("CH"),
                Optional.empty(),
                Map.of(),
                Map.of(
                        DISK,
                        new Store.OnHost(DISK, new EndpointName(name, "file-1"), "/srv/intake"),
                        BUCKET,
                        new Store.InBucket(BUCKET, new EndpointName(name, "s3"), "intake"),
                        VOLUME,
                        volume(name)),
                List.of(),
                Optional.of(new Movers("10.77.2.1", Optional.empty()))
                        .filter(_ -> name.equals(ZURICH)),
                List.of(),
                Optional.empty());
    }

    private static Store volume(SiteName name) {
        return new Store.OnVolume(
                VOLUME,
                new EndpointName(name, "cluster"),
                "intake",
                new Store.Volume.Claim("data"),
                "");
    }
}
