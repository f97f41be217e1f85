package gotthard.transfer.stream;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Golden;
import gotthard.transfer.Amount;
import gotthard.transfer.Late;
import gotthard.transfer.Sha256;
import gotthard.transfer.manifest.Divergences;
import gotthard.transfer.manifest.ManifestReader;
import gotthard.transfer.manifest.Sorter;
import gotthard.transfer.tree.Owners;
import gotthard.transfer.tree.Part;
import gotthard.transfer.tree.Tree;
import gotthard.transfer.wire.Frame;
import gotthard.transfer.wire.FrameInput;
import gotthard.transfer.wire.Packer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Two ends, between which a folder goes over loopback.
@EnabledOnOs(OS.LINUX)
final class StreamTest {
    private static final Manner CAREFUL =
            new Manner(Owners.RECEIVER, Manner.Reading.BACK, Manner.Standing.STAYS);
    private static final Manner REPLACING =
            new Manner(Owners.RECEIVER, Manner.Reading.AS_IT_ARRIVED, Manner.Standing.REPLACED);
    private static final int LINES = 3;

    private final Random random = new Random(5);
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    @TempDir private Path folder;
    private Path source = Path.of("/");
    private Path target = Path.of("/");

    private Meter sent = new Meter();
    private Meter received = new Meter();
    private Pace pace = Pace.FREE;

    private record Both(Ended sender, Ended receiver) {}

    @BeforeEach
    void makeFolders() throws Exception {
        source = Files.createDirectory(folder.resolve("source"));
        target = Files.createDirectory(folder.resolve("target"));
    }

    @AfterEach
    void end() {
        executor.close();
    }

    @Nested
    final class AFolder {
        @Test
        void arrivesAsItIs() throws Exception {
            fill();

            Both both = transfer(Loopback.good(LINES), CAREFUL);

            var tally = new Tally(44, 40 * 64 + 9_000_001 + 2_000_000, 0, 0);
            assertThat(both)
                    .isEqualTo(new Both(new Ended.Complete(tally), new Ended.Complete(tally)));
            assertThat(differences()).isEqualTo(new Divergences.Tally(48, 4, 0, 0, 0));
            assertThat(digests(target)).isEqualTo(digests(source));
            assertThat(source("source")).hasSameBinaryContentAs(stage("source.gmf"));
        }

        @Test
        void thatIsThereIsNotSentAgain() throws Exception {
            fill();
            transfer(Loopback.good(LINES), CAREFUL);
            Loopback lines = Loopback.good(LINES);

            Both both = transfer(lines, CAREFUL);

            assertThat(both.receiver()).isEqualTo(new Ended.Complete(new Tally(0, 0, 0, 0)));
            assertThat(lines.sent()).isLessThan(12_000);
        }

        @Test
        void thatIsTextTakesLessThanItsBytes() throws Exception {
            Files.writeString(
                    source.resolve("log"), "2026-11-22 INFO all is well\n".repeat(200_000));
            Loopback lines = Loopback.good(LINES);

            transfer(lines, CAREFUL);

            assertThat(lines.sent()).isLessThan(5_600_000 / 20);
            assertThat(digests(target)).isEqualTo(digests(source));
        }

        @Test
        void goesOverTwoLinesToo() throws Exception {
            fill();

            transfer(Loopback.good(2), CAREFUL);

            assertThat(digests(target)).isEqualTo(digests(source));
        }
    }

    @Nested
    final class WhatIsThere {
        @Test
        void staysAndIsTold() throws Exception {
            Files.writeString(source.resolve("a"), "ours");
            Files.writeString(source.resolve("b"), "ours");
            Files.createDirectory(source.resolve("c"));
            Files.writeString(target.resolve("a"), "somebody's");
            Files.writeString(target.resolve("c"), "no folder");

            Both both = transfer(Loopback.good(LINES), CAREFUL);

            assertThat(told(both.receiver()))
                    .containsExactly(
                            "a: it is there with other content, and is not overwritten",
                            "c: it is there with other content, and is not overwritten");
            assertThat(target.resolve("a")).hasContent("somebody's");
            assertThat(target.resolve("b")).hasContent("ours");
        }

        @Test
        void isReplacedWhereThatIsAsked() throws Exception {
            Files.writeString(source.resolve("a"), "new");
            Files.writeString(target.resolve("a"), "older");
            Files.writeString(target.resolve("b"), "another's");

            Both both = transfer(Loopback.good(LINES), REPLACING);

            assertThat(both).isEqualTo(complete(new Tally(1, 3, 0, 1)));
            assertThat(target.resolve("a")).hasContent("new");
            assertThat(target.resolve("b")).hasContent("another's");
        }

        @Test
        void getsAnotherModeWithoutBeingSent() throws Exception {
            fill();
            transfer(Loopback.good(LINES), CAREFUL);
            Files.setAttribute(source.resolve("files/7"), "unix:mode", 0600);

            Both both = transfer(Loopback.good(LINES), CAREFUL);

            assertThat(both.receiver()).isEqualTo(new Ended.Complete(new Tally(0, 0, 0, 0)));
            assertThat(Files.getAttribute(target.resolve("files/7"), "unix:mode"))
                    .isEqualTo(0100600);
        }

        @Test
        void sinceItWasListedIsNotOverwritten() throws Exception {
            Files.writeString(source.resolve("a"), "ours");
            Files.writeString(source.resolve("b"), "ours");
            survey();
            var receiver = receiver(CAREFUL, Part.WHOLE);
            receiver.survey();
            Files.writeString(target.resolve("a"), "made meanwhile");

            Both both = attempt(Loopback.good(LINES), receiver);

            assertThat(told(both.receiver()))
                    .containsExactly(
                            "a: something else is there by the name a, or by one that the file"
                                    + " system takes for the same, and is not overwritten");
            assertThat(target.resolve("a")).hasContent("made meanwhile");
            assertThat(target.resolve("b")).hasContent("ours");
        }
    }

    @Nested
    final class ASourceThatIsInUse {
        @Test
        void isToldFileByFile() throws Exception {
            fill();
            survey();
            Files.writeString(
                    source.resolve("files/3"), "it has grown meanwhile, and is longer".repeat(9));
            Files.delete(source.resolve("files/4"));
            Files.delete(source.resolve("files/5"));
            Files.createSymbolicLink(source.resolve("files/5"), folder);
            Files.write(source.resolve("big"), new byte[9_000_001]);

            Both both = attempt(Loopback.good(LINES), receiver(CAREFUL, Part.WHOLE));

            assertThat(both.sender()).isInstanceOf(Ended.Incomplete.class);
            assertThat(told(both.receiver()))
                    .containsExactlyInAnyOrder(
                            "files/3: it was changed at the source after it was listed",
                            "files/4: it vanished at the source after it was listed",
                            "files/5: it was changed at the source after it was listed",
                            "big: it was changed at the source after it was listed");
            assertThat(told(both.sender()))
                    .containsExactlyInAnyOrderElementsOf(told(both.receiver()));
            assertThat(target.resolve("files/3")).doesNotExist();
            assertThat(target.resolve("big")).doesNotExist();
            assertThat(target.resolve("files/6")).exists();
        }
    }

    @Nested
    final class ABrokenLine {
        @Test
        void costsNoMoreThanOnePieceALine() throws Exception {
            Files.write(source.resolve("big"), noise(41_000_003));
            Loopback first = Loopback.breaking(LINES, 20_000_000);
            Loopback second = Loopback.good(LINES);

            Both broken = transfer(first, CAREFUL);
            Both whole = transfer(second, CAREFUL);

            assertThat(broken.sender()).isInstanceOf(Ended.Broken.class);
            assertThat(broken.receiver()).isInstanceOf(Ended.Broken.class);
            assertThat(target.resolve("big")).exists();
            assertThat(whole.receiver())
                    .isEqualTo(new Ended.Complete(new Tally(1, 41_000_003, 0, 0)));
            assertThat(digests(target)).isEqualTo(digests(source));
            assertThat(first.sent() + second.sent())
                    .isLessThan(41_000_003 + (LINES - 1) * Frame.CHUNK + 100_000);
        }

        @Test
        void anywhereIsGotOver() throws Exception {
            fill();
            for (long after = 10; after < 20_000_000; after *= 6) {
                clear(target);
                transfer(Loopback.breaking(LINES, after), CAREFUL);

                Both whole = transfer(Loopback.good(LINES), CAREFUL);

                assertThat(whole.receiver()).isInstanceOf(Ended.Complete.class);
                assertThat(digests(target)).isEqualTo(digests(source));
            }
        }

        @Test
        void leavesNothingThatIsBelievedWhenTheSourceHasChanged() throws Exception {
            Files.write(source.resolve("big"), noise(21_000_000));
            FileTime time = Files.getLastModifiedTime(source.resolve("big"));
            transfer(Loopback.breaking(LINES, 15_000_000), CAREFUL);
            Files.write(source.resolve("big"), noise(21_000_000));
            Files.setLastModifiedTime(source.resolve("big"), time);

            Both second = transfer(Loopback.good(LINES), CAREFUL);
            Both third = transfer(Loopback.good(LINES), CAREFUL);

            assertThat(told(second.receiver()))
                    .containsExactly(
                            "big: what was kept of big from an attempt before is not as at the source,"
                                    + " though size and time are");
            assertThat(third.receiver()).isInstanceOf(Ended.Complete.class);
            assertThat(digests(target)).isEqualTo(digests(source));
        }
    }

    @Nested
    final class AnAlteredLine {
        @Test
        void placesNothingThatWasNotSent() throws Exception {
            fill();
            for (int i = 0; i < 8; i++) {
                clear(target);

                transfer(Loopback.altering(LINES, random.nextInt(11_000_000)), REPLACING);

                assertThat(digests(source)).containsAll(digests(target));
            }
        }
    }

    @Nested
    final class Parts {
        @Test
        void bringTheWholeTreeTogether() throws Exception {
            fill();
            long files = 0;
            for (int i = 0; i < 3; i++) {
                var part = new Part(i, 3);
                survey(source, part);
                Loopback lines = Loopback.good(LINES);
                var sending = executor.submit(() -> sender(part).send(lines.source()));

                Ended ended = receiver(CAREFUL, part).receive(lines.target());

                assertThat(ended).isInstanceOf(Ended.Complete.class).isEqualTo(sending.get());
                files += received.reading().placed().files();
            }

            assertThat(differences()).isEqualTo(new Divergences.Tally(48, 4, 0, 0, 0));
            assertThat(digests(target)).isEqualTo(digests(source));
            assertThat(files).isEqualTo(44);
        }

        @Test
        void ofOtherTreesAreNotMixed() throws Exception {
            fill();
            survey();
            Loopback lines = Loopback.good(LINES);
            var sending = executor.submit(() -> sender(new Part(1, 2)).send(lines.source()));

            Ended ended = receiver(CAREFUL, new Part(0, 2)).receive(lines.target());

            assertThat(sending.get()).isNotInstanceOf(Ended.Complete.class);
            assertThat(ended)
                    .isInstanceOfSatisfying(
                            Ended.Stopped.class,
                            stopped -> assertThat(stopped.what()).contains("lines are not those"));
        }
    }

    @Nested
    final class WhileItRuns {
        @Test
        void nothingGoesThatThePaceDoesNotLet() throws Exception {
            fill();
            survey();
            var rate = new ChangingRate(System::nanoTime, OptionalLong.of(0));
            pace = rate;
            Loopback lines = Loopback.good(LINES);
            var sending = executor.submit(() -> sender(Part.WHOLE).send(lines.source()));
            var receiver = receiver(CAREFUL, Part.WHOLE);
            var receiving = executor.submit(() -> receiver.receive(lines.target()));

            assertThat(lines.sent()).isZero();
            assertThat(receiving).isNotDone();
            rate.change(OptionalLong.empty());

            assertThat(receiving.get()).isInstanceOf(Ended.Complete.class);
            assertThat(sending.get()).isInstanceOf(Ended.Complete.class);
            assertThat(sent.reading().sent()).isEqualTo(lines.sent());
        }

        @Test
        void aPausedTransferCanBeGivenUp() throws Exception {
            fill();
            survey();
            pace = new ChangingRate(System::nanoTime, OptionalLong.of(0));
            Loopback lines = Loopback.good(LINES);
            var sending = executor.submit(() -> sender(Part.WHOLE).send(lines.source()));

            for (Line line : lines.target()) {
                line.close();
            }

            assertThat(sending.get()).isInstanceOf(Ended.Broken.class);
        }

        @Test
        void theMetersTellWhereItIs() throws Exception {
            fill();
            Files.writeString(target.resolve("extra"), "another's");

            transfer(Loopback.good(LINES), CAREFUL);

            var all = new Amount(44, 40 * 64 + 9_000_001 + 2_000_000);
            Meter.Reading at = received.reading();
            assertThat(at).isEqualTo(new Meter.Reading(all, all, all, 0, 1, Late.NONE, at.sent()));
            Meter.Reading there = sent.reading();
            assertThat(there)
                    .isEqualTo(new Meter.Reading(all, all, all, 0, 1, Late.NONE, there.sent()));
            assertThat(there.sent()).isGreaterThan(11_000_000);
        }
    }

    @Nested
    final class AHostileSource {
        @Test
        void placesNothingThatWasNotAskedFor() throws Exception {
            Loopback lines = Loopback.good(2);
            var content = ByteBuffer.wrap(new byte[] {1});

            var receiving =
                    executor.submit(() -> receiver(CAREFUL, Part.WHOLE).receive(lines.target()));
            try (var packer = new Packer()) {
                Line data = lines.source().get(1);
                data.out().write(packer.pack(new Frame.Hello(1, 2, 0, 1)));
                data.out()
                        .write(
                                packer.pack(
                                        new Frame.Block(
                                                List.of(
                                                        new Frame.Piece(
                                                                0, digest(content), content)))));
                assertThat(stopped(lines.source().getFirst()).what())
                        .isEqualTo("the source sent a file that was not asked for");
            }

            Golden.assertMatches("transfer/unasked.txt", receiving.get().toString());
        }

        private Frame.Stopped stopped(Line line) throws Exception {
            try (var in = new FrameInput(line.in())) {
                return (Frame.Stopped) in.next();
            }
        }
    }

    private Both transfer(Loopback lines, Manner manner) throws Exception {
        survey();
        return attempt(lines, receiver(manner, Part.WHOLE));
    }

    private Both attempt(Loopback lines, Receiver receiver) throws Exception {
        var sending = executor.submit(() -> sender(Part.WHOLE).send(lines.source()));
        Ended received = receiver.receive(lines.target());
        return new Both(sending.get(), received);
    }

    private Sender sender(Part part) throws Exception {
        sent = new Meter();
        var from = new Source(Tree.at(source), source("source"), part);
        return new Sender(from, pace, sent, executor);
    }

    private Receiver receiver(Manner manner, Part part) throws Exception {
        received = new Meter();
        var to = new Target(Tree.at(target), "key-" + part.index(), part);
        return new Receiver(to, manner, received, executor);
    }

    private static Both complete(Tally tally) {
        return new Both(new Ended.Complete(tally), new Ended.Complete(tally));
    }

    private Path stage(String book) {
        return target.resolve(".gotthard-key-0").resolve(book);
    }

    private Path source(String manifest) {
        return folder.resolve(manifest + ".manifest");
    }

    private void survey() throws Exception {
        survey(source, Part.WHOLE);
        survey(target, Part.WHOLE);
    }

    private void survey(Path root, Part part) throws Exception {
        try (var sorter = new Sorter(folder, 10_000)) {
            var to = Files.newOutputStream(source(root.getFileName().toString()));
            Tree.at(root).survey(part, sorter, to);
        }
    }

    private Divergences.Tally differences() throws Exception {
        survey();
        var found = new ArrayList<Object>();
        try (var one = ManifestReader.open(Files.newInputStream(source("source")));
                var other = ManifestReader.open(Files.newInputStream(source("target")))) {
            var tally = Divergences.between(one, other, found::add);
            assertThat(found).isEmpty();
            return tally;
        }
    }

    private void fill() throws Exception {
        Path files = Files.createDirectories(source.resolve("files"));
        Files.createDirectories(source.resolve("empty/folder"));
        for (int i = 0; i < 40; i++) {
            Files.write(files.resolve(Integer.toString(i)), noise(64));
        }
        Files.write(source.resolve("big"), noise(9_000_001));
        Files.write(source.resolve("middle"), noise(2_000_000));
        Files.createFile(source.resolve("nothing"));
        Files.createFile(Path.of(URI.create(source.toUri() + "caf%e9%0a")));
        Files.createSymbolicLink(source.resolve("files/link"), Path.of("../big"));
        Files.setLastModifiedTime(files, FileTime.fromMillis(1_542_096_000_123L));
        Files.setAttribute(source.resolve("empty"), "unix:mode", 0750);
    }

    private byte[] noise(int size) {
        var noise = new byte[size];
        random.nextBytes(noise);
        return noise;
    }

    private static List<String> told(Ended ended) {
        return ((Ended.Incomplete) ended)
                .troubles().stream()
                        .map(trouble -> trouble.path() + ": " + trouble.what())
                        .toList();
    }

    private static List<String> digests(Path root) throws Exception {
        var lines = new ArrayList<String>();
        try (var all = Files.walk(root)) {
            for (Path path : all.filter(Files::isRegularFile).sorted().toList()) {
                String name = root.relativize(path).toString();
                if (!name.startsWith(".gotthard-")) {
                    lines.add(name + " " + digest(ByteBuffer.wrap(Files.readAllBytes(path))));
                }
            }
        }
        return lines;
    }

    private static Sha256 digest(ByteBuffer bytes) {
        var digest = Sha256.begin();
        digest.update(bytes.duplicate());
        return Sha256.end(digest);
    }

    private static void clear(Path root) throws Exception {
        try (var all = Files.walk(root)) {
            for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                if (!path.equals(root)) {
                    Files.delete(path);
                }
            }
        }
    }
}
