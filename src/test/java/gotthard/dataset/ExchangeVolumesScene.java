package gotthard.dataset;

import gotthard.action.Action;
import gotthard.action.Before;
import gotthard.action.Context;
import gotthard.action.DeclarationContract;
import gotthard.action.Route;
import gotthard.action.Sight;
import gotthard.files.FileTree;
import gotthard.files.jobs.LabVolumes;
import gotthard.files.jobs.VolumeRoute;
import gotthard.kubernetes.CutContext;
import gotthard.world.Cell;
import gotthard.world.Level;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Two volumes of real clusters: 30 files that only Moscow has, 20 that only Zurich has, and 5 that both have, with other times.
record ExchangeVolumesScene(LabVolumes lab) implements DeclarationContract.Scene {
    private static final int HERE = 30;
    private static final int THERE = 20;
    private static final int BOTH = 5;

    static ExchangeVolumesScene ready() throws Exception {
        LabVolumes lab = LabVolumes.ready();
        for (int i = 0; i < HERE; i++) {
            lab.source().write("d%d/m%d.bin".formatted(i % 5, i), "from moscow " + i);
        }
        for (int i = 0; i < THERE; i++) {
            lab.target().write("d%d/z%d.bin".formatted(i % 3, i), "from zurich " + i);
        }
        for (int i = 0; i < BOTH; i++) {
            lab.source().write("both/%d.bin".formatted(i), "of both " + i);
            lab.target().write("both/%d.bin".formatted(i), "of both " + i);
        }
        lab.give(lab.disk(LabVolumes.MOSCOW));
        lab.give(lab.disk(LabVolumes.ZURICH));
        return new ExchangeVolumesScene(lab);
    }

    @Override
    public Action action() {
        return new ExchangeAction(
                new ExchangeAction.Sites(LabVolumes.MOSCOW, LabVolumes.ZURICH),
                List.of(new VolumeRoute(lab.order(2), Route.Manner.MERGE)),
                List.of(new VolumeRoute(lab.orderBack(2), Route.Manner.RETURN)),
                gotthard.dataset.Level.FULL);
    }

    @Override
    public Context context(int run) {
        return lab.context(run);
    }

    /// Of a stage only that it is there: each attempt writes books of its own.
    @Override
    public Map<String, String> world() throws Exception {
        var world = new TreeMap<String, String>();
        lab.world()
                .forEach(
                        (thing, what) -> {
                            int end = thing.indexOf('/', thing.indexOf("/.gotthard-") + 1);
                            boolean isBook = thing.contains("/.gotthard-") && end > 0;
                            world.put(
                                    isBook ? thing.substring(0, end) : thing,
                                    thing.contains("/.gotthard-") ? "a stage" : what);
                        });
        return world;
    }

    @Override
    public List<Cell> cells() {
        return List.of(
                new Cell(
                        LabVolumes.CELL,
                        false,
                        List.of(LabVolumes.MOSCOW, LabVolumes.ZURICH),
                        List.of(),
                        List.of(),
                        Set.of()));
    }

    @Override
    public Map<Sight, Level> levels() throws Exception {
        return Map.of(
                new Sight(LabVolumes.CELL, LabVolumes.MOSCOW, Sight.Quality.STORED),
                level(lab.source(), "m", HERE),
                new Sight(LabVolumes.CELL, LabVolumes.ZURICH, Sight.Quality.STORED),
                level(lab.target(), "z", THERE));
    }

    /// Whether a site still has all that it had at first; what an exchange brings there is more than that.
    private static Level level(FileTree tree, String own, int count) throws Exception {
        long there =
                files(tree).keySet().stream()
                        .filter(path -> path.matches("both/.*|d[0-9]/" + own + ".*"))
                        .count();
        return there == count + BOTH ? Level.FULL : Level.HALF;
    }

    static Map<String, String> files(FileTree tree) throws Exception {
        var files = new TreeMap<>(tree.describe());
        files.values().removeIf(what -> !what.startsWith("file "));
        files.keySet().removeIf(path -> path.contains(".gotthard-"));
        return files;
    }

    @Override
    public String leaving(String thing, String now) {
        List<String> leavings = action().declaration().leavings();
        if (thing.contains(" Job ")) {
            return leavings.getFirst();
        }
        return leavings.get(thing.contains("/.gotthard-") ? 1 : 2);
    }

    @Override
    public void disturb() throws Exception {
        Files.writeString(lab.target().root().resolve("d1/m1.bin"), "not what was exchanged");
    }

    /// In the middle of the first way. Its movers go on by themselves, and have come to their end before anybody looks.
    @Override
    public boolean cutOff(Context context, Before before) throws Exception {
        try {
            action().apply(new CutOnceItBrings(context), before);
            return false;
        } catch (CutContext.Killed _) {
            lab.untilQuiet();
            return true;
        }
    }

    @Override
    public void close() {
        lab.close();
    }
}
