package gotthard.transfer.stream;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.transfer.tree.Part;
import gotthard.transfer.tree.Removal;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;

/// What was placed goes again, and nothing else.
@EnabledOnOs(OS.LINUX)
final class WithdrawingTest {
    @TempDir private Path folder;
    private Path source = Path.of("/");
    private Path target = Path.of("/");
    private Transfer transfer = new Transfer(source, source, source);

    @BeforeEach
    void fill() throws Exception {
        transfer = Transfer.in(folder);
        source = transfer.source();
        target = transfer.target();
        for (int i = 0; i < 30; i++) {
            Files.createDirectories(source.resolve("ours/" + i % 3));
            Files.writeString(source.resolve("ours/" + i % 3 + "/" + i), "content " + i);
        }
        Files.createDirectory(source.resolve("shared"));
        Files.writeString(source.resolve("shared/new"), "new");
        Files.write(source.resolve("big"), new byte[2_000_000]);
        Files.createSymbolicLink(source.resolve("link"), Path.of("big"));
        Files.createDirectory(target.resolve("shared"));
        Files.writeString(target.resolve("shared/theirs"), "theirs");
    }

    @Test
    void leavesWhatWasThereBefore() throws Exception {
        List<String> before = all();
        transfer.bring(Part.WHOLE, Manner.Standing.STAYS);

        Withdrawn withdrawn = withdraw(Part.WHOLE, Removal.Proof.CONTENT);

        assertThat(withdrawn).isEqualTo(new Withdrawn(32, 5, 0, List.of()));
        assertThat(all()).isEqualTo(before);
    }

    @Test
    void leavesWhatOthersHaveChangedSinceAndTellsIt() throws Exception {
        transfer.bring(Part.WHOLE, Manner.Standing.STAYS);
        Files.writeString(target.resolve("ours/0/0"), "changed by others");
        Files.writeString(target.resolve("ours/1/another's"), "x");
        FileTime time = Files.getLastModifiedTime(target.resolve("ours/2/2"));
        Files.writeString(target.resolve("ours/2/2"), "c0ntent 2");
        Files.setLastModifiedTime(target.resolve("ours/2/2"), time);

        Withdrawn withdrawn = withdraw(Part.WHOLE, Removal.Proof.CONTENT);

        assertThat(withdrawn.troubles())
                .extracting(trouble -> trouble.path() + ": " + trouble.what())
                .containsExactly(
                        "ours: it holds what this transfer has not placed, and stays",
                        "ours/0: it holds what this transfer has not placed, and stays",
                        "ours/0/0: it is not any more as it was placed, and stays",
                        "ours/1: it holds what this transfer has not placed, and stays",
                        "ours/2: it holds what this transfer has not placed, and stays",
                        "ours/2/2: it is not any more as it was placed, and stays");
        assertThat(all())
                .containsExactly(
                        "ours",
                        "ours/0",
                        "ours/0/0",
                        "ours/1",
                        "ours/1/another's",
                        "ours/2",
                        "ours/2/2",
                        "shared",
                        "shared/theirs");
    }

    @Test
    void removesWhatSeveralAttemptsHavePlaced() throws Exception {
        List<String> before = all();
        transfer.bring(Part.WHOLE, Manner.Standing.STAYS);
        Files.writeString(source.resolve("ours/0/0"), "another content");
        Files.writeString(source.resolve("ours/0/later"), "later");
        transfer.bring(Part.WHOLE, Manner.Standing.REPLACED);

        Withdrawn withdrawn = withdraw(Part.WHOLE, Removal.Proof.CONTENT);

        assertThat(withdrawn).isEqualTo(new Withdrawn(33, 5, 0, List.of()));
        assertThat(all()).isEqualTo(before);
    }

    @Test
    void isTheSameAfterAnAttemptThatWasCutAnywhere() throws Exception {
        List<String> before = all();
        for (long after = 100; after < 3_000_000; after *= 4) {
            transfer.bring(Loopback.breaking(3, after), Part.WHOLE, Manner.Standing.STAYS);

            Withdrawn withdrawn = withdraw(Part.WHOLE, Removal.Proof.TIME);

            assertThat(withdrawn.kept()).isZero();
            assertThat(all()).isEqualTo(before);
        }
    }

    @Test
    void takesAllPartsWhateverTheirOrder() throws Exception {
        List<String> before = all();
        for (List<Integer> order : List.of(List.of(0, 1, 2), List.of(2, 0, 1))) {
            for (int i = 0; i < 3; i++) {
                transfer.bring(new Part(i, 3), Manner.Standing.STAYS);
            }

            for (int i : order) {
                assertThat(withdraw(new Part(i, 3), Removal.Proof.TIME).kept()).isZero();
            }

            assertThat(all()).isEqualTo(before);
        }
    }

    @Test
    void goesOnAfterALogThatWasCut() throws Exception {
        List<String> before = all();
        transfer.bring(Part.WHOLE, Manner.Standing.STAYS);
        Path log = target.resolve(".gotthard-key-0/placed-000000.log");
        byte[] torn = {2, 0, 0, 0, 1, 0, 5};
        Files.write(log, torn, java.nio.file.StandardOpenOption.APPEND);

        withdraw(Part.WHOLE, Removal.Proof.TIME);
        Withdrawn again = withdraw(Part.WHOLE, Removal.Proof.TIME);

        assertThat(again).isEqualTo(new Withdrawn(0, 0, 0, List.of()));
        assertThat(all()).isEqualTo(before);
    }

    private Withdrawn withdraw(Part part, Removal.Proof proof) throws Exception {
        return new Withdrawing(transfer.to(part), proof).run();
    }

    private List<String> all() throws Exception {
        try (var all = Files.walk(target)) {
            return all.filter(path -> !path.equals(target))
                    .map(path -> target.relativize(path).toString())
                    .sorted()
                    .toList();
        }
    }
}
