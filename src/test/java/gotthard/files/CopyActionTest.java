package gotthard.files;

import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/// Between two hosts of the sandbox.
final class CopyActionTest extends CopyContract {
    @TempDir Path folder;

    @Override
    Sites sites() throws Exception {
        return new CopyScene(folder).withFiles(FILES);
    }
}
