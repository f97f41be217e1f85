package gotthard.journal;

import static gotthard.journal.Examples.FILES;
import static gotthard.journal.Examples.RUN;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import gotthard.Golden;
import gotthard.action.Blob;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

final class SqliteDamageTest extends DamageContract {
    @TempDir private Path folder;

    SqliteDamageTest() {}

    @Override
    StoredJournal open() {
        return SqliteJournal.open(folder, "0.1.0", new Random(1));
    }

    @Override
    Tampering tampering() {
        return Tampering.with(folder);
    }

    @Test
    void aTruncatedFile() throws IOException {
        var random = new Random(5);
        List<Event> logs = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            byte[] content = new byte[20_000];
            random.nextBytes(content);
            logs.add(new Event.StepKept(FILES, "log", Blob.of(content)));
        }
        write(logs);
        Path file = folder.resolve("journal.db");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() / 2);
        }

        Throwable thrown = readAfterTruncation();

        assertThat(thrown).isInstanceOfAny(Damaged.class, JournalUnusable.class);
        Golden.assertMatches(
                "journal/truncated.txt",
                String.valueOf(thrown.getMessage()).replace(folder.toString(), ".gotthard"));
    }

    private Throwable readAfterTruncation() {
        return catchThrowableOfType(
                RuntimeException.class,
                () -> {
                    try (var journal = open()) {
                        journal.entries(RUN, 0);
                    }
                });
    }
}
