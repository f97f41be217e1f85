package gotthard.ssh;

import gotthard.action.Key;
import gotthard.action.LentContext;
import gotthard.inventory.CountryCode;
import gotthard.inventory.Endpoint;
import gotthard.inventory.EndpointName;
import gotthard.inventory.HostGroup;
import gotthard.inventory.HostGroupName;
import gotthard.inventory.Inventory;
import gotthard.inventory.Site;
import gotthard.inventory.SiteName;
import gotthard.sandbox.SandboxHost;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Some hosts of the sandbox at one site.
final class Fleet implements AutoCloseable {
    static final SiteName SITE = new SiteName("zurich-1");
    static final HostGroupName GROUP = new HostGroupName("files");

    final List<SandboxHost> hosts = new ArrayList<>();
    private final Path folder;
    private final Map<Integer, LentContext> contexts = new HashMap<>();
    private UnaryOperator<Endpoint.Host> changed = host -> host;

    Fleet(Path folder, int count) throws IOException {
        this.folder = folder;
        for (int i = 1; i <= count; i++) {
            hosts.add(SandboxHost.start(folder.resolve("file-" + i)));
        }
    }

    /// Lets the inventory say something else of each host.
    Fleet with(UnaryOperator<Endpoint.Host> change) {
        changed = change;
        return this;
    }

    static EndpointName name(int host) {
        return new EndpointName(SITE, "file-" + host);
    }

    HostGroup group() {
        var endpoints = new ArrayList<Endpoint.Host>();
        for (int i = 1; i <= hosts.size(); i++) {
            endpoints.add(changed.apply(hosts.get(i - 1).endpoint(name(i))));
        }
        return new HostGroup(GROUP, endpoints);
    }

    LentContext context(int run) {
        return contexts.computeIfAbsent(
                run,
                number ->
                        new LentContext(
                                inventory(group()),
                                Key.of("run-" + number, "command", 1),
                                Clock.systemUTC(),
                                Duration.ofMinutes(1)));
    }

    /// Puts a program before the machine's own on one host.
    void program(int host, String name, String script) throws IOException {
        Path programs = Files.createDirectories(folder.resolve("file-" + host).resolve("bin"));
        Path file = Files.writeString(programs.resolve(name), "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    Path home(int host) {
        return folder.resolve("file-" + host).resolve("home");
    }

    Map<String, String> world() {
        var world = new TreeMap<String, String>();
        for (int i = 1; i <= hosts.size(); i++) {
            try (Stream<Path> all = Files.walk(home(i))) {
                for (Path path : all.toList()) {
                    world.put(
                            folder.relativize(path).toString(),
                            Files.isDirectory(path) ? "folder" : Files.readString(path));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return world;
    }

    @Override
    public void close() {
        contexts.values().forEach(LentContext::close);
        hosts.forEach(SandboxHost::close);
    }

    static Inventory inventory(HostGroup group) {
        var site =
                new Site(
                        SITE,
                        new CountryCode("CH"),
                        Optional.empty(),
                        Map.of(GROUP, group),
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
}
