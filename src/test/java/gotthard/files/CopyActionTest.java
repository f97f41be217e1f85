package gotthard.files;

import gotthard.action.Action;
import gotthard.action.ActionContract;
import gotthard.action.Before;
import gotthard.action.Context;
import gotthard.action.Unreachable;

import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// `files.copy` between two hosts of the sandbox keeps what every action promises.
final class CopyActionTest extends ActionContract {
    private static final int FILES = 60;

    @TempDir Path folder;

    @Override
    protected Scene scene() throws Exception {
        return new Two(new CopyScene(folder).withFiles(FILES));
    }

    private record Two(CopyScene sites) implements Scene {
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
        public void disturb() throws Exception {
            Files.writeString(sites.to.root().resolve("d1/e1/file-1.bin"), "not what was copied");
        }

        @Override
        public boolean cutOff(Context context, Before before) throws Exception {
            sites.target.faults().cutAfterInput(200_000);
            try {
                action().apply(context, before);
            } catch (Unreachable _) {
                // as expected: the connection is cut
            }
            sites.awaitHosts(1);
            return true;
        }

        @Override
        public void close() {
            sites.close();
        }
    }
}
