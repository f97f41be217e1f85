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
import gotthard.inventory.Selection;
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
        return of(kind, with, Set.of(ZURICH));
    }

    /// @param reached sites whose movers others reach
    static <W> Checked<Work> of(Kind<W> kind, String with, Set<SiteName> reached) {
        var scope =
                new Scope(
                        inventory(reached),
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

    private static Inventory inventory(Set<SiteName> reached) {
        return new Inventory(
                "test",
                Optional.empty(),
                Map.of(MOSCOW, site(MOSCOW, reached), ZURICH, site(ZURICH, reached)),
                Map.of(),
                Map.ofEntries(
                        type("files", DataType.Mutability.APPEND_ONLY, DISK, DISK),
                        type("records", DataType.Mutability.MUTABLE, DISK, DISK),
                        type("uploads", DataType.Mutability.APPEND_ONLY, BUCKET, BUCKET),
                        type("volumes", DataType.Mutability.APPEND_ONLY, VOLUME, VOLUME),
                        listed("listed-volumes", VOLUME),
                        listed("listed-files", DISK),
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

    private static Map.Entry<DataTypeName, DataType> listed(String name, StoreName store) {
        var type = new DataTypeName(name);
        var place =
                new DataType.Place(store, "shared", new Selection.Listed("lists/${region}.txt"));
        return Map.entry(
                type,
                new DataType(
                        type,
                        DataType.Mutability.APPEND_ONLY,
                        Map.of(MOSCOW, place, ZURICH, place)));
    }

    private static Site site(SiteName name, Set<SiteName> reached) {
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
                        .filter(_ -> reached.contains(name)),
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
