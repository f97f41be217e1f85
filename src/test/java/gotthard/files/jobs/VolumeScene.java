package gotthard.files.jobs;

import gotthard.action.Action;
import gotthard.action.Before;
import gotthard.action.Context;
import gotthard.action.DeclarationContract;
import gotthard.action.Sight;
import gotthard.files.FileTree;
import gotthard.kubernetes.CutContext;
import gotthard.world.Cell;
import gotthard.world.Level;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/// Forty files in a volume of one real cluster, and somebody else's in a volume of another.
///
/// @param makes what brings them
public record VolumeScene(LabVolumes lab, Function<LabVolumes, Action> makes)
        implements DeclarationContract.Scene {
    private static final int FILES = 40;

    public static VolumeScene ready(Function<LabVolumes, Action> makes) throws Exception {
        LabVolumes lab = LabVolumes.ready();
        for (int i = 0; i < FILES; i++) {
            lab.source().write("d%d/f%d.bin".formatted(i % 5, i), "content " + i);
        }
        new FileTree(lab.disk(LabVolumes.ZURICH)).write("other/foreign.txt", "theirs");
        lab.give(lab.disk(LabVolumes.ZURICH));
        return new VolumeScene(lab, makes);
    }

    @Override
    public Action action() {
        return makes.apply(lab);
    }

    @Override
    public Context context(int run) {
        return lab.context(run);
    }

    /// Of a stage only that it is there: each pass writes books of its own.
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
                        List.of(LabVolumes.MOSCOW),
                        List.of(LabVolumes.ZURICH),
                        List.of(),
                        Set.of()));
    }

    @Override
    public Map<Sight, Level> levels() throws Exception {
        Map<String, String> wanted = files(lab.source());
        Map<String, String> there = files(lab.target());
        long equal =
                wanted.entrySet().stream()
                        .filter(file -> file.getValue().equals(there.get(file.getKey())))
                        .count();
        return Map.of(
                new Sight(LabVolumes.CELL, LabVolumes.MOSCOW, Sight.Quality.STORED),
                level(wanted.size()),
                new Sight(LabVolumes.CELL, LabVolumes.ZURICH, Sight.Quality.STORED),
                level(equal));
    }

    private static Level level(long equal) {
        if (equal == 0) {
            return Level.NONE;
        }
        return equal == FILES ? Level.FULL : Level.HALF;
    }

    private static Map<String, String> files(FileTree tree) throws Exception {
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
        Files.writeString(lab.target().root().resolve("d1/f1.bin"), "not what was copied");
    }

    /// The movers go on by themselves, and have come to their end before anybody looks.
    @Override
    public boolean cutOff(Context context, Before before) throws Exception {
        try {
            action().apply(new CutContext(context, 1), before);
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
