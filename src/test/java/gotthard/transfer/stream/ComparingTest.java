package gotthard.transfer.stream;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Golden;
import gotthard.transfer.Amount;
import gotthard.transfer.Late;
import gotthard.transfer.manifest.Divergences;
import gotthard.transfer.manifest.ManifestReader;
import gotthard.transfer.tree.Owners;
import gotthard.transfer.tree.Part;
import gotthard.transfer.tree.Tree;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// Both ends say what they have, and what differs is found without copying.
@EnabledOnOs(OS.LINUX)
final class ComparingTest {
    private static final Look FULL = new Look.Full();
    private static final int FILES = 40;
    private static final long MOMENT = 2_000_000_000;

    @TempDir private Path folder;
    private Path source = Path.of("/");
    private Path target = Path.of("/");
    private Transfer transfer = new Transfer(source, source, source);

    private record Both(Ended source, Ended target, Compared compared) {}

    @BeforeEach
    void bring() throws Exception {
        transfer = Transfer.in(folder);
        source = transfer.source();
        target = transfer.target();
        Files.createDirectory(source.resolve("files"));
        for (int i = 0; i < FILES; i++) {
            Files.writeString(source.resolve("files/%02d".formatted(i)), "content " + (100 + i));
        }
        Files.createSymbolicLink(source.resolve("link"), Path.of("files/00"));
        transfer.bring(Part.WHOLE, Manner.Standing.STAYS);
    }

    @Test
    void provesThatAllIsThere() throws Exception {
        Both both = compare(FULL, Part.WHOLE);

        var tally = new Tally(FILES, FILES * 11, 0, 0);
        assertThat(both.source()).isEqualTo(new Ended.Complete(tally)).isEqualTo(both.target());
        Compared compared = both.compared();
        assertThat(compared.tally()).isEqualTo(new Divergences.Tally(42, 42, 0, 0, 0));
        assertThat(compared.unproven()).isZero();
        assertThat(compared.bound()).isZero();
        try (var told =
                ManifestReader.open(
                        Files.newInputStream(target.resolve(".gotthard-key-0/declared.gmf")))) {
            while (told.next().isPresent()) {
                // to its end, where the seal is
            }
            assertThat(told.seal()).contains(compared.source());
        }
    }

    @Test
    void findsWhatSizeAndTimeDoNotTell() throws Exception {
        forge(target.resolve("files/07"), "c0ntent 107");

        Both both = compare(FULL, Part.WHOLE);

        assertThat(told(both)).isEqualTo("files/07: it differs in: content\n");
        assertThat(both.source())
                .isInstanceOfSatisfying(
                        Ended.Incomplete.class,
                        ended -> assertThat(ended.tally().failed()).isOne());
        assertThat(both.compared().files()).isEqualTo(new Amount(39, 39 * 11));
    }

    @Test
    void tellsTheFirstTenOfAllThatDiffers() throws Exception {
        for (int i = 0; i < 12; i++) {
            Files.delete(target.resolve("files/%02d".formatted(i)));
        }
        Files.writeString(target.resolve("a"), "only here");
        Files.setAttribute(target.resolve("files/30"), "unix:mode", 0600);
        Files.delete(target.resolve("link"));
        Files.createSymbolicLink(target.resolve("link"), Path.of("files/01"));

        Both both = compare(FULL, Part.WHOLE);

        assertThat(both.compared().tally()).isEqualTo(new Divergences.Tally(27, 27, 12, 1, 3));
        Golden.assertMatches(
                "transfer/compared.txt",
                both.compared().told().stream()
                        .map(it -> it.path() + ": " + it.what() + "; " + it.next() + "\n")
                        .collect(Collectors.joining()));
    }

    @Test
    void byWhatWasRecordedReadsNoFile() throws Exception {
        forge(source.resolve("files/07"), "c0ntent 107");
        Files.writeString(source.resolve("files/08"), "new content");
        Files.writeString(source.resolve("files/later"), "later");
        Files.writeString(target.resolve("files/later"), "later");
        for (String name : List.of("files/later", "files")) {
            FileTime time = Files.getLastModifiedTime(source.resolve(name));
            Files.setLastModifiedTime(target.resolve(name), time);
        }

        Both both = compare(new Look.Recorded(), Part.WHOLE);

        assertThat(told(both)).isEqualTo("files/08: it differs in: modified\n");
        assertThat(both.compared().unproven()).isOne();
        assertThat(both.compared().bound()).isOne();
    }

    @Test
    void byWhatSeveralAttemptsHaveRecorded() throws Exception {
        Files.writeString(source.resolve("files/08"), "new content");
        Files.writeString(source.resolve("files/later"), "later");
        transfer.bring(Part.WHOLE, Manner.Standing.REPLACED);

        Both both = compare(new Look.Recorded(), Part.WHOLE);

        assertThat(both.compared().tally()).isEqualTo(new Divergences.Tally(43, 43, 0, 0, 0));
        assertThat(both.compared().tally().isProof()).isTrue();
    }

    @Test
    void aSampleSaysWhatItMayHaveMissed() throws Exception {
        var look = new Look.Sample(7, 0.5);

        Compared first = compare(look, Part.WHOLE).compared();
        Compared second = compare(look, Part.WHOLE).compared();

        long read = FILES - first.unproven();
        assertThat(read).isBetween(10L, 30L);
        assertThat(first.bound()).isEqualTo(1 - Math.pow(0.05, 1.0 / read)).isBetween(0.09, 0.26);
        assertThat(second).isEqualTo(first);
    }

    @Test
    void ofAllPartsCountsEachThingOnce() throws Exception {
        long equal = 0;
        for (int i = 0; i < 3; i++) {
            Compared compared = compare(FULL, new Part(i, 3)).compared();
            assertThat(compared.isAlike()).isTrue();
            equal += compared.tally().equal();
        }

        assertThat(equal).isEqualTo(42);
    }

    private static void forge(Path file, String content) throws Exception {
        FileTime time = Files.getLastModifiedTime(file);
        Files.writeString(file, content);
        Files.setLastModifiedTime(file, time);
    }

    @Test
    void tellsApartWhatWasWrittenSince() throws Exception {
        write("files/new", "since", MOMENT);
        write("files/old", "before", MOMENT - 1);
        write("files/07", "changed since", MOMENT + 5);
        var changing = new Since(OptionalLong.of(MOMENT), Manner.Standing.OWN_REPLACED);
        var added = new Since(OptionalLong.of(MOMENT), Manner.Standing.STAYS);

        Compared replaced = compare(FULL, Part.WHOLE, changing).compared();
        Compared kept = compare(FULL, Part.WHOLE, added).compared();

        assertThat(replaced.late())
                .isEqualTo(new Late(3, new Amount(2, 18), OptionalLong.of(MOMENT)));
        assertThat(replaced.told()).singleElement().asString().contains("files/old");
        assertThat(replaced.failed()).isEqualTo(1);
        assertThat(kept.late()).isEqualTo(new Late(2, new Amount(1, 5), OptionalLong.of(MOMENT)));
        assertThat(kept.failed()).isEqualTo(2);
    }

    private void write(String path, String content, long seconds) throws Exception {
        Path file = source.resolve(path);
        Files.writeString(file, content);
        Files.setLastModifiedTime(file, FileTime.from(seconds, TimeUnit.SECONDS));
        Files.setLastModifiedTime(file.getParent(), FileTime.from(MOMENT + 100, TimeUnit.SECONDS));
    }

    private static String told(Both both) {
        return both.compared().told().stream()
                .map(trouble -> trouble.path() + ": " + trouble.what() + "\n")
                .collect(Collectors.joining());
    }

    private Both compare(Look look, Part part) throws Exception {
        return compare(look, part, Since.NEVER);
    }

    private Both compare(Look look, Part part, Since since) throws Exception {
        Loopback lines = Loopback.good(1);
        Path manifest = transfer.survey(part);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var from = new Source(Tree.at(source), manifest, part);
            var declaring = new Declaring(from, look, Pace.FREE, new Meter(), executor);
            var declared = executor.submit(() -> declaring.run(lines.source()));
            var comparing =
                    new Comparing(
                            transfer.to(part), Owners.RECEIVER, look, since, new Meter(), executor);
            Ended ended = comparing.run(lines.target());
            return new Both(declared.get(), ended, comparing.compared().orElseThrow());
        }
    }
}
