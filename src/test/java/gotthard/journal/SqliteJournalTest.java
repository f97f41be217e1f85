package gotthard.journal;

import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Random;

final class SqliteJournalTest extends JournalContract {
    @TempDir private Path folder;

    @Override
    Journal openAnother() {
        return SqliteJournal.open(folder.resolve(".gotthard"), "0.1.0", new Random(1));
    }
}
