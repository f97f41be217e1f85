package gotthard.mover;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.files.FileTree;
import gotthard.transfer.report.Ending;
import gotthard.transfer.report.Report;
import gotthard.transfer.report.ReportReader;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Movers as processes of their own, each of which is killed (`kill -9`) again and again while files are under way.
final class KilledMoverTest {
    private static final String BYTES_A_SECOND = "12000000";
    private static final int LINES = 2;

    /// What may be lost with a line: two pieces.
    private static final int LOST = 4 << 20;

    private static final int LARGE = 24_000_000;
    private static final int FILES = 1_200;
    private static final Duration LONGEST = Duration.ofMinutes(2);

    @TempDir private Path folder;

    private final List<Process> processes = new ArrayList<>();
    private FileTree source;
    private FileTree target;
    private Path here;
    private Path there;
    private int port;

    @BeforeEach
    void lay() throws Exception {
        source = new FileTree(Files.createDirectories(folder.resolve("source")));
        target = new FileTree(Files.createDirectories(folder.resolve("target")));
        Ends ends = Ends.in(folder);
        there = ends.own();
        here = ends.other();
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        for (int i = 0; i < FILES; i++) {
            source.write("d%02d/f%04d.bin".formatted(i % 40, i), random(5 * i));
        }
        source.write("d20/large.bin", random(LARGE));
    }

    @AfterEach
    void end() throws InterruptedException {
        for (Process process : processes) {
            MoverProcess.kill(process);
        }
    }

    @Test
    void theReceiverGoesOnWhereItWasAndNoMoreThanAPieceALineIsSentAgain() throws Exception {
        Process receiver = receive();
        Process sender = send();
        int kills = 0;
        for (int reached : List.of(5_000_000, 11_000_000, 18_000_000)) {
            untilArrived(reached, sender);
            MoverProcess.kill(receiver);
            kills++;
            receiver = receive();
        }

        assertThat(ended(sender)).isZero();
        assertThat(ended(receiver)).isZero();

        assertThat(target.describe()).containsAllEntriesOf(source.describe());
        Report sent = report("sender");
        assertThat(sent.ended()).isEqualTo(Ending.COMPLETE);
        assertThat(report("receiver").root()).isPresent().isEqualTo(sent.root());
        long again = sent.sentBytes() - sent.listed().bytes();
        assertThat(again).isLessThan((long) kills * LINES * LOST);
    }

    @Test
    void anotherSenderTakesOverFromOneThatWasKilled() throws Exception {
        Process receiver = receive();
        Process sender = send();
        for (int reached : List.of(5_000_000, 11_000_000, 18_000_000)) {
            untilArrived(reached, receiver);
            MoverProcess.kill(sender);
            sender = send();
        }

        assertThat(ended(sender)).isZero();
        assertThat(ended(receiver)).isZero();

        assertThat(target.describe()).containsAllEntriesOf(source.describe());
        assertThat(report("sender").sentBytes())
                .as("what the last one had still to send")
                .isLessThan(LARGE);
    }

    private Process receive() throws IOException {
        return mover(
                "receiver",
                there,
                target,
                List.of("receive", "--listen", String.valueOf(port), "--reading", "back"));
    }

    private Process send() throws IOException {
        return mover(
                "sender",
                here,
                source,
                List.of(
                        "send",
                        "--connect",
                        "127.0.0.1:" + port,
                        "--rate",
                        BYTES_A_SECOND,
                        "--lines",
                        String.valueOf(LINES)));
    }

    private Process mover(String name, Path tls, FileTree tree, List<String> arguments)
            throws IOException {
        var command = new ArrayList<>(arguments);
        command.addAll(List.of("--patience", "60", "--owners", "own"));
        Process process =
                MoverProcess.start(
                        folder.resolve(name + ".log"),
                        tree.root(),
                        tls,
                        folder.resolve(name + ".json"),
                        command);
        processes.add(process);
        return process;
    }

    /// @param other which must be at work until then
    private void untilArrived(long bytes, Process other) throws Exception {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (arrived() < bytes) {
            assertThat(other.isAlive()).as("it is still at work: " + log()).isTrue();
            assertThat(System.nanoTime()).as(log()).isLessThan(end);
            Thread.sleep(Duration.ofMillis(20));
        }
    }

    /// Bytes that lie at the target, also of files that have no name yet.
    private long arrived() throws IOException {
        try (Stream<Path> all = Files.walk(target.root())) {
            long bytes = 0;
            for (Path path : all.toList()) {
                bytes += Files.isRegularFile(path) ? Files.size(path) : 0;
            }
            return bytes;
        } catch (UncheckedIOException | NoSuchFileException _) {
            return 0;
        }
    }

    private int ended(Process process) throws Exception {
        assertThat(process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)).as(log()).isTrue();
        return process.exitValue();
    }

    private Report report(String name) throws Exception {
        return ReportReader.read(Files.readString(folder.resolve(name + ".json")));
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("receiver.log"))
                + Files.readString(folder.resolve("sender.log"));
    }

    private static byte[] random(int size) {
        var content = new byte[size];
        new Random(size).nextBytes(content);
        return content;
    }
}
