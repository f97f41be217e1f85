package gotthard.files;

import gotthard.action.Action;
import gotthard.action.ActionContract;
import gotthard.action.Before;
import gotthard.action.Context;
import gotthard.action.Sight;
import gotthard.world.Cell;
import gotthard.world.Level;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// `files.copy` between two hosts keeps what every action promises.
abstract class CopyContract extends ActionContract {
    static final int FILES = 60;

    /// Two hosts made ready.
    interface Sites extends AutoCloseable {
        Action action();

        Context context(int run);

        Map<String, String> world() throws Exception;

        /// The folder that files come from, as this machine sees it.
        FileTree departing();

        /// The folder that files arrive in, as this machine sees it.
        FileTree arriving();

        /// Breaks the way to the target after some 200,000 bytes, and calls.
        void cutWhile(Attempt attempt) throws Exception;

        @Override
        void close();
    }

    /// What is cut off.
    interface Attempt {
        void run() throws Exception;
    }

    abstract Sites sites() throws Exception;

    @Override
    protected final Scene scene() throws Exception {
        return new Two(sites());
    }

    private record Two(Sites sites) implements Scene {
        @Override
        public Action action() {
            return sites.action();
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
            var stored = new Stored(sites.departing(), sites.arriving());
            var cell = CopyScene.cell("europe");
            return Map.of(
                    new Sight(cell, CopyScene.MOSCOW, Sight.Quality.STORED),
                    stored.atTheSource(FILES),
                    new Sight(cell, CopyScene.ZURICH, Sight.Quality.STORED),
                    stored.atTheTarget());
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
            Files.writeString(
                    sites.arriving().root().resolve("d1/e1/file-1.bin"), "not what was copied");
        }

        @Override
        public boolean cutOff(Context context, Before before) throws Exception {
            sites.cutWhile(() -> action().apply(context, before));
            return true;
        }

        @Override
        public void close() {
            sites.close();
        }
    }
}
