package gotthard.journal;

import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Random;

final class SqliteSnapshotTest extends SnapshotContract {
    @TempDir private Path folder;

    SqliteSnapshotTest() {}

    @Override
    StoredJournal open() {
        return SqliteJournal.open(folder, "0.1.0", new Random(1));
    }

    @Override
    Tampering tampering() {
        return Tampering.with(folder);
    }
}
