package gotthard.files;

import gotthard.action.Action;
import gotthard.action.Key;
import gotthard.action.LentContext;
import gotthard.action.Sight;
import gotthard.action.Unreachable;
import gotthard.inventory.CountryCode;
import gotthard.inventory.DataTypeName;
import gotthard.inventory.Endpoint;
import gotthard.inventory.EndpointName;
import gotthard.inventory.HostGroup;
import gotthard.inventory.HostGroupName;
import gotthard.inventory.Inventory;
import gotthard.inventory.RegionName;
import gotthard.inventory.Site;
import gotthard.inventory.SiteName;
import gotthard.sandbox.SandboxHost;
import gotthard.world.CellId;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// Two hosts of the sandbox, some files at one, and somebody else's file at the other.
public final class CopyScene implements CopyContract.Sites {
    public static final SiteName MOSCOW = new SiteName("moscow");
    public static final SiteName ZURICH = new SiteName("zurich-1");
    public static final EndpointName FROM = new EndpointName(MOSCOW, "file-1");
    public static final EndpointName TO = new EndpointName(ZURICH, "file-1");

    public final SandboxHost source;
    public final SandboxHost target;
    public final FileTree from;
    public final FileTree to;
    final FileTree targetStore;
    private final Map<Integer, LentContext> contexts = new HashMap<>();

    public CopyScene(Path folder) throws Exception {
        source = SandboxHost.start(folder.resolve("moscow"));
        target = SandboxHost.start(folder.resolve("zurich-1"));
        Files.createDirectories(source.path("/srv/intake/files"));
        Files.createDirectories(target.path("/srv/intake/files"));
        from = new FileTree(source.path("/srv/intake/files/europe"));
        targetStore = new FileTree(target.path("/srv/intake"));
        to = new FileTree(target.path("/srv/intake/files/europe"));
        targetStore.write("other/foreign.txt", "theirs");
    }

    public CopyScene withFiles(int count) throws Exception {
        fill(from, count);
        return this;
    }

    /// Files of up to 20,000 bytes.
    static void fill(FileTree tree, int count) throws Exception {
        var random = new Random(7);
        for (int i = 0; i < count; i++) {
            var content = new byte[random.nextInt(20_000)];
            random.nextBytes(content);
            tree.write("d" + i % 5 + "/e" + i % 3 + "/file-" + i + ".bin", content);
        }
    }

    public static CellId cell(String region) {
        return new CellId(new RegionName(region), new DataTypeName("suspicious-files"));
    }

    /// What complains on its standard error before it starts a command, as some `~/.bashrc` do.
    Path noisyShell() throws Exception {
        source.faults()
                .program(
                        "noisy",
                        """
                        #!/bin/sh
                        echo 'rm: cannot remove it: No such file or directory' >&2
                        exec "$@"
                        """);
        return source.path("/").getParent().resolve("bin/noisy");
    }

    @Override
    public FileTree departing() {
        return from;
    }

    @Override
    public FileTree arriving() {
        return to;
    }

    /// The same for who can't see the contract.
    public void cut(Attempt attempt) throws Exception {
        cutWhile(attempt::run);
    }

    /// What is cut off.
    public interface Attempt {
        void run() throws Exception;
    }

    @Override
    public void cutWhile(CopyContract.Attempt attempt) throws Exception {
        target.faults().cutAfterInput(200_000);
        try {
            attempt.run();
        } catch (Unreachable _) {
            // as expected: the connection is cut
        }
        target.faults().cut();
    }

    @Override
    public Action action() {
        return action(Level.FULL);
    }

    Action action(Level level) {
        return new CopyAction(MOSCOW, ZURICH, List.of(folders("europe")), level);
    }

    /// Of several regions.
    Action action(List<String> regions) {
        return new CopyAction(
                MOSCOW, ZURICH, regions.stream().map(this::folders).toList(), Level.FULL);
    }

    CellFolders folders(String region) {
        Path from = source.path("/srv/intake/files").resolve(region);
        Path to = target.path("/srv/intake/files").resolve(region);
        return new CellFolders(
                cell(region),
                new Inventory.CellFolder(FROM, from.toString()),
                new Inventory.CellFolder(TO, to.toString()));
    }

    @Override
    public LentContext context(int run) {
        return contexts.computeIfAbsent(
                run,
                number ->
                        new LentContext(
                                inventory(source.endpoint(FROM), target.endpoint(TO)),
                                Key.of("run-" + number, "files", 1),
                                Clock.systemUTC(),
                                Duration.ofMinutes(1)));
    }

    /// All that is at the target.
    public Map<String, String> targetWorld() throws Exception {
        return targetStore.describe();
    }

    /// How much of the cell lies at the target, and at the source.
    public Map<Sight, gotthard.world.Level> levels(int files) throws Exception {
        var stored = new Stored(from, to);
        return Map.of(
                new Sight(cell("europe"), MOSCOW, Sight.Quality.STORED),
                stored.atTheSource(files),
                new Sight(cell("europe"), ZURICH, Sight.Quality.STORED),
                stored.atTheTarget());
    }

    @Override
    public Map<String, String> world() throws Exception {
        var world = new HashMap<String, String>();
        from.describe().forEach((path, what) -> world.put("source " + path, what));
        targetStore.describe().forEach((path, what) -> world.put("target " + path, what));
        return world;
    }

    @Override
    public void close() {
        contexts.values().forEach(LentContext::close);
        source.close();
        target.close();
    }

    static Inventory inventory(Endpoint.Host from, Endpoint.Host to) {
        return new Inventory(
                "test",
                Optional.empty(),
                Map.of(MOSCOW, site(MOSCOW, from), ZURICH, site(ZURICH, to)),
                Map.of(),
                Map.of(),
                Set.of(),
                Map.of());
    }

    private static Site site(SiteName name, Endpoint.Host host) {
        var group = new HostGroupName("files");
        return new Site(
                name,
                new CountryCode("CH"),
                Optional.empty(),
                Map.of(group, new HostGroup(group, List.of(host))),
                Map.of(),
                List.of());
    }
}
