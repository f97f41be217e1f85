package gotthard.dataset;

import gotthard.action.Action;
import gotthard.action.ActionContract;
import gotthard.action.Before;
import gotthard.action.Context;
import gotthard.action.Sight;
import gotthard.files.CopyScene;
import gotthard.world.Cell;
import gotthard.world.Level;

import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// `dataset.follow` between two hosts keeps what every action promises.
final class FollowFilesTest extends ActionContract {
    private static final int FILES = 60;

    @TempDir Path folder;

    @Override
    protected Scene scene() throws Exception {
        return new Two(new CopyScene(folder).withFiles(FILES));
    }

    private record Two(CopyScene sites) implements Scene {
        @Override
        public Action action() {
            return new Follower(sites).action();
        }

        @Override
        public Context context(int run) {
            return sites.context(run);
        }

        @Override
        public Map<String, String> world() throws Exception {
            return sites.world();
        }

        @Override
        public List<Cell> cells() {
            return List.of(
                    new Cell(
                            CopyScene.cell("europe"),
                            false,
                            List.of(CopyScene.MOSCOW),
                            List.of(CopyScene.ZURICH),
                            List.of(),
                            Set.of()));
        }

        @Override
        public Map<Sight, Level> levels() throws Exception {
            return sites.levels(FILES);
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
            Files.writeString(sites.to.root().resolve("d1/e1/file-1.bin"), "not what was copied");
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
}
