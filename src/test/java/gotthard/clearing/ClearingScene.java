package gotthard.clearing;

import gotthard.action.Action;
import gotthard.action.DeclarationContract;
import gotthard.action.Key;
import gotthard.action.Kind;
import gotthard.action.LentContext;
import gotthard.action.Scope;
import gotthard.action.Sight;
import gotthard.action.Work;
import gotthard.files.MoverOptions;
import gotthard.inventory.CountryCode;
import gotthard.inventory.DataType;
import gotthard.inventory.DataTypeName;
import gotthard.inventory.EndpointName;
import gotthard.inventory.Inventory;
import gotthard.inventory.Region;
import gotthard.inventory.RegionName;
import gotthard.inventory.Selection;
import gotthard.inventory.Site;
import gotthard.inventory.SiteName;
import gotthard.inventory.Store;
import gotthard.inventory.StoreName;
import gotthard.problem.Checked;
import gotthard.problem.Place;
import gotthard.shape.Names;
import gotthard.world.Cell;
import gotthard.world.CellId;
import gotthard.world.Effect;
import gotthard.world.Level;
import gotthard.yaml.YamlReader;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Europe's and Russia's files in Moscow, each in a folder of its own or in one that they share, and copies in Zurich.
abstract class ClearingScene implements DeclarationContract.Scene {
    static final SiteName MOSCOW = new SiteName("moscow");
    static final SiteName ZURICH = new SiteName("zurich-1");
    static final DataTypeName DATA = new DataTypeName("uploads");
    static final int FILES = 30;

    private static final StoreName STORE = new StoreName("blobs");
    private static final StoreName NODE = new StoreName("scans");

    private final Map<Integer, LentContext> contexts = new HashMap<>();
    private Optional<String> onNode = Optional.empty();
    private DataType.Place place = new DataType.Place(STORE, "files/${region}");

    /// Puts a file below the store of a site.
    abstract void put(SiteName site, String name, String content) throws Exception;

    /// All files below the store of a site, with their content, without marks.
    abstract Map<String, String> stored(SiteName site) throws Exception;

    abstract void remove(SiteName site, String name) throws Exception;

    /// A site without data.
    abstract Site site(SiteName name, StoreName store);

    static EndpointName endpoint(SiteName site) {
        return new EndpointName(site, "blobs-1");
    }

    static CellId cell(String region) {
        return new CellId(new RegionName(region), DATA);
    }

    ClearingScene filled() throws Exception {
        for (int i = 0; i < FILES; i++) {
            String name = "files/europe/d%d/file-%02d".formatted(i % 3, i);
            put(MOSCOW, name, "europe " + i);
            put(ZURICH, name, "europe " + i);
        }
        put(MOSCOW, "files/russia/r", "russia");
        put(ZURICH, "files/europe/more", "of another");
        return this;
    }

    /// Regions are told by tags.
    ClearingScene tagged() {
        place = new DataType.Place(STORE, "all", new Selection.Tagged("region", "${region}"));
        return this;
    }

    /// The same blob belongs to both regions.
    ClearingScene shared() throws Exception {
        place = new DataType.Place(STORE, "all", new Selection.Listed("lists/${region}.txt"));
        for (String name : List.of("a/both", "a/europe-1", "a/europe-2", "b/russia")) {
            put(MOSCOW, "all/" + name, "content of " + name);
            put(ZURICH, "all/" + name, "content of " + name);
        }
        put(MOSCOW, "all/b/nobody", "nobody's");
        put(MOSCOW, "lists/europe.txt", "# of Europe\na/europe-2\na/both\na/europe-1\n");
        put(MOSCOW, "lists/russia.txt", "a/both\nb/russia\n");
        return this;
    }

    Inventory inventory() {
        return new Inventory(
                "test",
                Optional.empty(),
                Map.of(MOSCOW, moscow(), ZURICH, site(ZURICH, STORE)),
                regions("europe", "russia"),
                data(),
                Set.of(),
                Map.of());
    }

    private Map<DataTypeName, DataType> data() {
        var data = new HashMap<DataTypeName, DataType>();
        data.put(
                DATA,
                new DataType(
                        DATA,
                        DataType.Mutability.APPEND_ONLY,
                        Map.of(MOSCOW, place, ZURICH, place)));
        if (onNode.isPresent()) {
            var scans = new DataTypeName("scans");
            data.put(
                    scans,
                    new DataType(
                            scans,
                            DataType.Mutability.APPEND_ONLY,
                            Map.of(MOSCOW, new DataType.Place(NODE, "d1"))));
        }
        return data;
    }

    /// With a volume that is a folder of a node, if there is one.
    private Site moscow() {
        Site site = site(MOSCOW, STORE);
        if (onNode.isEmpty()) {
            return site;
        }
        var stores = new HashMap<>(site.stores());
        stores.put(
                NODE,
                new Store.OnVolume(
                        NODE,
                        EndpointName.cluster(MOSCOW),
                        "intake",
                        new Store.Volume.HostFolder(onNode.get()),
                        "europe"));
        return new Site(
                site.name(), site.country(), site.cluster(), site.hosts(), stores, site.web());
    }

    /// Scans lie in `europe/d1` below this folder of a node.
    ClearingScene onNode(String folder) {
        onNode = Optional.of(folder);
        return this;
    }

    static Map<RegionName, Region> regions(String... names) {
        var regions = new HashMap<RegionName, Region>();
        Stream.of(names)
                .map(RegionName::new)
                .forEach(
                        name -> regions.put(name, new Region(name, Set.of(new CountryCode("CH")))));
        return regions;
    }

    @Override
    public Action action() {
        return action(false, "europe");
    }

    Action action(boolean mayBeEmpty, String... regions) {
        return action(mayBeEmpty, DeleteKind.Versions.CURRENT, regions);
    }

    Action action(boolean mayBeEmpty, DeleteKind.Versions versions, String... regions) {
        var with =
                new DeleteKind.With(
                        DATA,
                        MOSCOW,
                        Stream.of(regions).map(RegionName::new).toList(),
                        List.of(ZURICH),
                        versions,
                        mayBeEmpty,
                        MoverOptions.STANDARD);
        return ((Work.Change) bind(with).toOptional().orElseThrow()).action();
    }

    private Checked<Work> bind(DeleteKind.With with) {
        return new DeleteKind().bind(with, scope());
    }

    /// Copies Russia's files to Zurich.
    Action copyOfRussia() {
        return ((Work.Change) bindCopy(copyKind()).toOptional().orElseThrow()).action();
    }

    abstract Kind<?> copyKind();

    private <W> Checked<Work> bindCopy(Kind<W> kind) {
        return YamlReader.read(
                        "plan.yaml",
                        "{data: uploads, from: moscow, to: zurich-1, regions: [russia]}")
                .flatMap(node -> kind.parameters().read(node, Names.unchecked()))
                .flatMap(with -> kind.bind(with, scope()));
    }

    private Scope scope() {
        return new Scope(
                inventory(),
                Optional.empty(),
                Place.of("plan.yaml"),
                (_, _) -> {
                    throw new AssertionError("no file is read");
                });
    }

    @Override
    public LentContext context(int run) {
        return contexts.computeIfAbsent(
                run,
                number ->
                        new LentContext(
                                inventory(),
                                Key.of("run-" + number, "delete", 1),
                                Clock.systemUTC(),
                                Duration.ofMinutes(1)));
    }

    @Override
    public Map<String, String> world() throws Exception {
        var world = new TreeMap<String, String>();
        all(MOSCOW).forEach((name, what) -> world.put("moscow " + name, what));
        all(ZURICH).forEach((name, what) -> world.put("zurich " + name, what));
        return world;
    }

    /// The same with marks.
    abstract Map<String, String> all(SiteName site) throws Exception;

    @Override
    public List<Cell> cells() {
        return List.of(
                new Cell(
                        cell("europe"),
                        false,
                        List.of(MOSCOW),
                        List.of(ZURICH),
                        List.of(),
                        Set.of()));
    }

    @Override
    public List<Effect> earlier() {
        return List.of(new Effect.Copy(cell("europe"), MOSCOW, ZURICH, true));
    }

    @Override
    public Map<Sight, Level> levels() throws Exception {
        return Map.of(
                new Sight(cell("europe"), MOSCOW, Sight.Quality.STORED),
                level(stored(MOSCOW)),
                new Sight(cell("europe"), ZURICH, Sight.Quality.STORED),
                level(stored(ZURICH)));
    }

    private static Level level(Map<String, String> stored) {
        long there =
                stored.keySet().stream().filter(name -> name.startsWith("files/europe/d")).count();
        return there == 0 ? Level.NONE : there == FILES ? Level.FULL : Level.HALF;
    }

    @Override
    public String leaving(String thing, String now) {
        return thing.contains(".gotthard-")
                ? "the list of what is deleted, in .gotthard-… beside the folder or in the bucket"
                : "files that are not deleted yet";
    }

    @Override
    public void disturb() throws Exception {
        put(MOSCOW, "files/europe/late", "late");
    }

    @Override
    public void close() {
        contexts.values().forEach(LentContext::close);
    }
}
