package gotthard.clearing;

import gotthard.action.Before;
import gotthard.action.Context;
import gotthard.action.Kind;
import gotthard.action.Outcome;
import gotthard.action.Unreachable;
import gotthard.inventory.CountryCode;
import gotthard.inventory.HostGroup;
import gotthard.inventory.HostGroupName;
import gotthard.inventory.Site;
import gotthard.inventory.SiteName;
import gotthard.inventory.Store;
import gotthard.inventory.StoreName;
import gotthard.sandbox.SandboxHost;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Two hosts of the sandbox.
final class OnHosts extends ClearingScene {
    final SandboxHost moscow;
    private final SandboxHost zurich;
    private final Path folder;

    OnHosts(Path folder) throws Exception {
        this.folder = folder;
        moscow = SandboxHost.start(folder.resolve("moscow"));
        zurich = SandboxHost.start(folder.resolve("zurich"));
    }

    Path root(SiteName site) {
        return (site.equals(MOSCOW) ? moscow : zurich).path("/srv/blobs");
    }

    @Override
    void put(SiteName site, String name, String content) throws Exception {
        Path file = root(site).resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    @Override
    Kind<?> copyKind() {
        return new gotthard.files.CopyKind();
    }

    @Override
    void remove(SiteName site, String name) throws Exception {
        Files.delete(root(site).resolve(name));
    }

    @Override
    Map<String, String> stored(SiteName site) throws Exception {
        var stored = all(site);
        stored.keySet().removeIf(name -> name.contains(".gotthard-"));
        return stored;
    }

    @Override
    Map<String, String> all(SiteName site) throws Exception {
        var all = new TreeMap<String, String>();
        List<Path> files;
        try (Stream<Path> walk = Files.walk(root(site))) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            all.put(root(site).relativize(file).toString(), Files.readString(file));
        }
        return all;
    }

    @Override
    Site site(SiteName name, StoreName store) {
        var group = new HostGroupName("blobs");
        SandboxHost host = name.equals(MOSCOW) ? moscow : zurich;
        return new Site(
                name,
                new CountryCode("CH"),
                Optional.empty(),
                Map.of(group, new HostGroup(group, List.of(host.endpoint(endpoint(name))))),
                Map.of(store, new Store.OnHost(store, endpoint(name), root(name).toString())),
                List.of());
    }

    /// From the so many-th file on, `rm` fails, until the file that is given back is removed.
    private Path breakAfter(int files) throws Exception {
        Path count = Files.createFile(folder.resolve("count"));
        moscow.faults()
                .program(
                        "rm",
                        """
                        #!/bin/sh
                        [ ! -e %1$s ] || echo x >>%1$s
                        [ ! -e %1$s ] || [ "$(wc -l <%1$s)" -le %2$d ] || exit 1
                        PATH=${PATH#*:} exec rm "$@"
                        """
                                .formatted(count, files));
        return count;
    }

    /// Runs a command of the shell before the first file is removed.
    void beforeTheFirst(String command) throws Exception {
        Path once = folder.resolve("once");
        moscow.faults()
                .program(
                        "rm",
                        """
                        #!/bin/sh
                        [ -e %1$s ] || { touch %1$s; %2$s; }
                        PATH=${PATH#*:} exec rm "$@"
                        """
                                .formatted(once, command));
    }

    @Override
    public boolean cutOff(Context context, Before before) throws Exception {
        Path broken = breakAfter(12);
        Outcome outcome;
        try {
            outcome = action().apply(context, before);
        } catch (Unreachable _) {
            Files.delete(broken);
            return true;
        }
        throw new AssertionError("it was not cut off: " + outcome);
    }

    @Override
    public void close() {
        super.close();
        moscow.close();
        zurich.close();
    }
}
