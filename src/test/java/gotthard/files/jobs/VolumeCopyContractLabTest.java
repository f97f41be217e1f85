package gotthard.files.jobs;

import gotthard.action.Action;
import gotthard.action.ActionContract;
import gotthard.action.Before;
import gotthard.action.Context;
import gotthard.action.Sight;
import gotthard.files.FileTree;
import gotthard.kubernetes.CutContext;
import gotthard.world.Cell;
import gotthard.world.Level;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// `files.copy` by movers keeps what every action promises.
/// Takes long, so that it runs when it is asked for: `-Dmovers.contract=true`.
@Tag("lab")
@EnabledIfSystemProperty(named = "movers.contract", matches = "true")
final class VolumeCopyContractLabTest extends ActionContract {
    private static final int FILES = 40;

    @Override
    protected Scene scene() throws Exception {
        LabVolumes lab = LabVolumes.ready();
        for (int i = 0; i < FILES; i++) {
            lab.source().write("d%d/f%d.bin".formatted(i % 5, i), "content " + i);
        }
        new FileTree(lab.disk(LabVolumes.ZURICH)).write("other/foreign.txt", "theirs");
        lab.give(lab.disk(LabVolumes.ZURICH));
        return new TwoVolumes(lab);
    }

    private record TwoVolumes(LabVolumes lab) implements Scene {
        @Override
        public Action action() {
            return lab.action(2);
        }

        @Override
        public Context context(int run) {
            return lab.context(run);
        }

        @Override
        public Map<String, String> world() throws Exception {
            return lab.world();
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
}
