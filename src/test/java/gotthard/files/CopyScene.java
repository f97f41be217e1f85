package gotthard.files;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.action.Action;
import gotthard.action.Key;
import gotthard.action.LentContext;
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
import gotthard.ssh.HostConnector;
import gotthard.world.CellId;

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
final class CopyScene implements AutoCloseable {
    static final SiteName MOSCOW = new SiteName("moscow");
    static final SiteName ZURICH = new SiteName("zurich-1");
    private static final EndpointName FROM = new EndpointName(MOSCOW, "file-1");
    private static final EndpointName TO = new EndpointName(ZURICH, "file-1");

    final SandboxHost source;
    final SandboxHost target;
    final FileTree from;
    final FileTree to;
    final FileTree targetStore;
    private final Map<Integer, LentContext> contexts = new HashMap<>();

    CopyScene(Path folder) throws Exception {
        source = SandboxHost.start(folder.resolve("moscow"));
        target = SandboxHost.start(folder.resolve("zurich-1"));
        from = new FileTree(source.path("/srv/intake/files/europe"));
        targetStore = new FileTree(target.path("/srv/intake"));
        to = new FileTree(target.path("/srv/intake/files/europe"));
        targetStore.write("other/foreign.txt", "theirs");
    }

    CopyScene withFiles(int count) throws Exception {
        var random = new Random(7);
        for (int i = 0; i < count; i++) {
            var content = new byte[random.nextInt(20_000)];
            random.nextBytes(content);
            from.write("d" + i % 5 + "/e" + i % 3 + "/file-" + i + ".bin", content);
        }
        return this;
    }

    Action action() {
        return action(Level.FULL);
    }

    Action action(Level level) {
        var cell = new CellId(new RegionName("europe"), new DataTypeName("suspicious-files"));
        return new CopyAction(
                MOSCOW,
                ZURICH,
                List.of(
                        new CellFolders(
                                cell,
                                new Inventory.CellFolder(FROM, from.root().toString()),
                                new Inventory.CellFolder(TO, to.root().toString()))),
                level);
    }

    LentContext context(int run) {
        return contexts.computeIfAbsent(
                run,
                number ->
                        new LentContext(
                                inventory(),
                                Key.of("run-" + number, "files", 1),
                                Clock.systemUTC(),
                                Duration.ofMinutes(1)));
    }

    /// Until a cut has been noticed and the hosts answer again.
    void awaitHosts(int run) throws Exception {
        for (EndpointName name : List.of(FROM, TO)) {
            for (int attempt = 0; ; attempt++) {
                try {
                    context(run).open(new HostConnector(), name).run(List.of("true"));
                    break;
                } catch (Unreachable broken) {
                    assertThat(attempt).as("attempts to reach %s", name).isLessThan(100);
                }
            }
        }
    }

    Map<String, String> world() throws Exception {
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

    private Inventory inventory() {
        return new Inventory(
                "test",
                Optional.empty(),
                Map.of(
                        MOSCOW,
                        site(MOSCOW, source.endpoint(FROM)),
                        ZURICH,
                        site(ZURICH, target.endpoint(TO))),
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
