package gotthard.objects;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/// Between two versitygw servers, which keep tags of each version.
@Tag("lab")
final class HistoryOnGatewayLabTest extends HistoryContract {
    @TempDir Path folder;

    @Override
    Store server(String name) throws Exception {
        return new Gateway(folder.resolve(name));
    }
}
