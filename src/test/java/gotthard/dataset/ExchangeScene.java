package gotthard.dataset;

import gotthard.action.Action;
import gotthard.action.Before;
import gotthard.action.Context;
import gotthard.action.DeclarationContract;
import gotthard.action.Route;
import gotthard.action.Sight;
import gotthard.files.CopyScene;
import gotthard.files.FileRoute;
import gotthard.files.FileTree;
import gotthard.inventory.EndpointName;
import gotthard.inventory.Inventory;
import gotthard.sandbox.SandboxHost;
import gotthard.world.Cell;
import gotthard.world.Level;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Two hosts that both have files of Europe: 60 that only Moscow has, 30 that only Zurich has, and 5 that both have.
final class ExchangeScene implements DeclarationContract.Scene {
    private static final int HERE = 60;
    private static final int THERE = 30;

    final CopyScene sites;

    ExchangeScene(Path folder) throws Exception {
        sites = new CopyScene(folder).withFiles(HERE);
        for (int i = 0; i < THERE; i++) {
            sites.to.write("z" + i % 3 + "/file-" + i + ".bin", "from zurich " + i);
        }
        for (int i = 0; i < 5; i++) {
            String name = "d%d/e%d/file-%d.bin".formatted(i % 5, i % 3, i);
            sites.to.write(name, Files.readAllBytes(sites.from.root().resolve(name)));
        }
    }

    @Override
    public Action action() {
        return new ExchangeAction(
                new ExchangeAction.Sites(CopyScene.MOSCOW, CopyScene.ZURICH),
                List.of(route(true)),
                List.of(route(false)),
                gotthard.dataset.Level.FULL);
    }

    private Route route(boolean there) {
        var one = folder(CopyScene.FROM, sites.source);
        var other = folder(CopyScene.TO, sites.target);
        return new FileRoute(
                CopyScene.cell("europe"),
                there ? one : other,
                there ? other : one,
                there ? gotthard.files.Level.FULL : gotthard.files.Level.COUNT,
                there ? Route.Manner.MERGE : Route.Manner.RETURN);
    }

    private static Inventory.CellFolder folder(EndpointName name, SandboxHost host) {
        return new Inventory.CellFolder(name, host.path("/srv/intake/files/europe").toString());
    }

    @Override
    public Context context(int run) {
        return sites.context(run);
    }

    @Override
    public Map<String, String> world() throws Exception {
        var world = new HashMap<String, String>();
        new FileTree(sites.source.path("/srv/intake"))
                .describe()
                .forEach((path, what) -> world.put("moscow " + path, what));
        sites.targetWorld().forEach((path, what) -> world.put("zurich " + path, what));
        return world;
    }

    @Override
    public List<Cell> cells() {
        return List.of(
                new Cell(
                        CopyScene.cell("europe"),
                        false,
                        List.of(CopyScene.MOSCOW, CopyScene.ZURICH),
                        List.of(),
                        List.of(),
                        Set.of()));
    }

    @Override
    public Map<Sight, Level> levels() {
        return Map.of(
                new Sight(CopyScene.cell("europe"), CopyScene.MOSCOW, Sight.Quality.STORED),
                Files.exists(sites.from.root().resolve("d4/e2/file-59.bin"))
                        ? Level.FULL
                        : Level.HALF,
                new Sight(CopyScene.cell("europe"), CopyScene.ZURICH, Sight.Quality.STORED),
                Files.exists(sites.to.root().resolve("z2/file-29.bin")) ? Level.FULL : Level.HALF);
    }

    @Override
    public String leaving(String thing, String now) {
        if (thing.contains("/.gotthard-")) {
            return "files that have not arrived in full, in .gotthard-… beside the target folder";
        }
        return now.startsWith("folder")
                ? "folders for files that have not arrived"
                : "files that have arrived, listed in .gotthard-… beside the target folder";
    }

    @Override
    public void disturb() throws Exception {
        Files.writeString(sites.to.root().resolve("d1/e1/file-1.bin"), "not what was exchanged");
    }

    @Override
    public boolean cutOff(Context context, Before before) throws Exception {
        sites.cut(() -> action().apply(context, before));
        return true;
    }

    @Override
    public void close() {
        sites.close();
    }
}
