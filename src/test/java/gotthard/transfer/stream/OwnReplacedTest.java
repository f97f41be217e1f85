package gotthard.transfer.stream;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.transfer.tree.Part;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;

/// A receiver that replaces what its own transfer has placed, and nothing else.
@EnabledOnOs(OS.LINUX)
final class OwnReplacedTest {
    private static final int FILES = 30;

    @TempDir private Path folder;
    private Path source = Path.of("/");
    private Path target = Path.of("/");
    private Transfer transfer = new Transfer(source, source, source);

    OwnReplacedTest() {}

    @BeforeEach
    void fill() throws Exception {
        transfer = Transfer.in(folder);
        source = transfer.source();
        target = transfer.target();
        for (int i = 0; i < FILES; i++) {
            Files.createDirectories(source.resolve("d" + i % 3));
            Files.writeString(file(source, i), "content " + i);
        }
    }

    @Test
    void replacesWhatAnyOfItsAttemptsHasPlaced() throws Exception {
        bring();
        change(3, "once");
        bring();
        change(3, "twice, and longer");
        change(4, "once");

        assertThat(bring()).isEqualTo(new Ended.Complete(new Tally(2, 21, 0, 0)));

        assertThat(file(target, 3)).hasContent("twice, and longer");
        assertThat(file(target, 4)).hasContent("once");
    }

    @Test
    void leavesWhatOthersHaveMade() throws Exception {
        Files.createDirectories(target.resolve("d1"));
        Files.writeString(file(target, 1), "theirs");
        bring();
        Files.writeString(file(target, 2), "theirs by now");
        change(2, "once");
        change(5, "once");

        Ended ended = bring();

        assertThat(ended).isInstanceOf(Ended.Incomplete.class);
        assertThat(((Ended.Incomplete) ended).troubles())
                .extracting(trouble -> trouble.path().toString())
                .containsExactly("d1/1", "d2/2");
        assertThat(file(target, 1)).hasContent("theirs");
        assertThat(file(target, 2)).hasContent("theirs by now");
        assertThat(file(target, 5)).hasContent("once");
    }

    @Test
    void knowsWhatWasPlacedBeforeAnAttemptWasCut() throws Exception {
        bring();
        for (long after = 100; after < 100_000; after *= 4) {
            for (int i = 0; i < FILES; i++) {
                change(i, "before a cut after %d bytes".formatted(after));
            }
            transfer.bring(Loopback.breaking(3, after), Part.WHOLE, Manner.Standing.OWN_REPLACED);
            for (int i = 0; i < FILES; i++) {
                change(i, "behind a cut after %d bytes".formatted(after));
            }

            assertThat(bring()).isInstanceOf(Ended.Complete.class);
        }
    }

    private Ended bring() throws Exception {
        return transfer.bring(Part.WHOLE, Manner.Standing.OWN_REPLACED);
    }

    private void change(int number, String content) throws Exception {
        Files.writeString(file(source, number), content);
    }

    private static Path file(Path below, int number) {
        return below.resolve("d%d/%d".formatted(number % 3, number));
    }
}
