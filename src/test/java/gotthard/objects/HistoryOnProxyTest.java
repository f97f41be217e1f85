package gotthard.objects;

import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/// Between two S3Proxy servers in this process.
final class HistoryOnProxyTest extends HistoryContract {
    @TempDir Path folder;

    @Override
    Store server(String name) throws Exception {
        return new Proxy(folder.resolve(name));
    }
}
