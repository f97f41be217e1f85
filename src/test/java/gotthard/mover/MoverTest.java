package gotthard.mover;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.transfer.report.Ending;
import gotthard.transfer.report.Report;
import gotthard.transfer.report.Role;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Both ends of a transfer in this process, over TLS.
final class MoverTest {
    private static final String TOKEN = "token-of-this-test";
    private static final int CHUNK = 4 << 20;

    @TempDir static Path keys;

    private static Identity receiver;
    private static Identity sender;
    private static Identity stranger;

    @TempDir Path folder;

    private Path source;
    private Path target;
    private Path own;
    private Path other;

    @BeforeAll
    static void makeKeys() throws IOException, InterruptedException {
        receiver = Identity.make(keys, "-validity", "1");
        sender = Identity.make(keys, "-validity", "1");
        stranger = Identity.make(keys, "-validity", "1");
    }

    @BeforeEach
    void lay() throws IOException {
        source = Files.createDirectories(folder.resolve("source"));
        target = Files.createDirectories(folder.resolve("target"));
        own = receiver.secret(folder.resolve("own"), sender, TOKEN);
        other = sender.secret(folder.resolve("other"), receiver, TOKEN);
    }

    @Test
    void bringsWhatTheTargetLacks() throws Exception {
        write(source, "a/one", 3000);
        write(source, "a/two", 0);
        write(source, "big", 3 * CHUNK / 2);
        Running receives = receive();

        Running sends = send(receives.port());

        assertThat(sends.code()).isZero();
        assertThat(receives.code()).isZero();
        assertThat(files(target)).isEqualTo(files(source));
        Report report = receives.report();
        assertThat(report.role()).isEqualTo(Role.RECEIVE);
        assertThat(report.ended()).isEqualTo(Ending.COMPLETE);
        assertThat(report.placed()).isEqualTo(report.wanted()).isEqualTo(report.listed());
        assertThat(report.placed().files()).isEqualTo(3);
        assertThat(report.placed().bytes()).isEqualTo(3000 + 3 * CHUNK / 2);
        assertThat(sends.report().placed()).isEqualTo(report.placed());
        assertThat(report.root()).isPresent().isEqualTo(sends.report().root());
        assertThat(sends.report().root()).isPresent();
    }

    @Test
    void bringsItsShardOnly() throws Exception {
        for (int i = 0; i < 100; i++) {
            write(source, "file-" + i, 100);
        }
        long placed = 0;
        for (int shard = 0; shard < 3; shard++) {
            Running receives = receive("--shard", shard + "/3");
            String address = "127.0.0.1:" + receives.port();
            Running sends =
                    Running.mover(
                            other,
                            source,
                            "send",
                            "--connect",
                            String.join(",", address, address, address),
                            "--shard",
                            shard + "/3");
            assertThat(sends.code()).isZero();
            long files = receives.report().placed().files();
            assertThat(files).isBetween(15L, 60L);
            placed += files;
        }

        assertThat(placed).isEqualTo(100);
        assertThat(files(target)).isEqualTo(files(source));
    }

    @Test
    void namesWhatItLeftAlone() throws Exception {
        write(source, "taken", 100);
        write(target, "taken", 200);
        write(source, "free", 10);
        Running receives = receive();

        Running sends = send(receives.port());

        assertThat(sends.code()).isEqualTo(3);
        assertThat(receives.code()).isEqualTo(3);
        Report report = receives.report();
        assertThat(report.failed()).isEqualTo(1);
        assertThat(report.troubles()).extracting(Report.Trouble::path).containsExactly("taken");
        assertThat(target.resolve("taken")).hasSize(200);
        assertThat(target.resolve("free")).hasSize(10);
    }

    @Test
    void waitsForAReceiverThatIsNotThereYet() throws Exception {
        write(source, "one", 100);
        int port = freePort();
        Running sends = send(port);
        sends.awaitSaying("no line to the receiver");

        Running receives = Running.mover(own, target, "receive", "--listen", String.valueOf(port));

        assertThat(sends.code()).isZero();
        assertThat(receives.code()).isZero();
    }

    @Nested
    class ALineThatBreaks {
        @ParameterizedTest
        @ValueSource(booleans = {false, true})
        void costsNoMoreThanAChunkALine(boolean silently) throws Exception {
            write(source, "big", 20 * CHUNK);
            Running receives = receive();
            try (var cable =
                    Cable.to(receives.port()).breaking(10L * CHUNK + CHUNK / 2, silently)) {
                Running sends =
                        Running.mover(
                                other,
                                source,
                                "send",
                                "--connect",
                                cable.address(),
                                "--lines",
                                "2");

                assertThat(sends.code()).as(sends.said()).isZero();
                assertThat(receives.code()).isZero();
                assertThat(files(target)).isEqualTo(files(source));
                assertThat(cable.sent()).isBetween(20L * CHUNK, (20L + 3) * CHUNK);
                assertThat(sends.said()).contains("the line to the other end broke: ");
            }
        }

        @Test
        void endsBothWhenPatienceIsOver() throws Exception {
            write(source, "big", 8 * CHUNK);
            Running receives = receive("--patience", "1");
            Running sends;
            try (var cable = Cable.to(receives.port()).breaking(CHUNK, false)) {
                sends =
                        Running.mover(
                                other,
                                source,
                                "send",
                                "--connect",
                                cable.address(),
                                "--patience",
                                "1");
                cable.awaitBreak();
            }

            assertThat(sends.report().ended()).isEqualTo(Ending.BROKEN);
            assertThat(sends.code()).isEqualTo(75);
            assertThat(receives.report().ended()).isEqualTo(Ending.BROKEN);
            assertThat(receives.report().what()).isEqualTo("no sender came for 1 s");
        }
    }

    @Nested
    class TwoSenders {
        @Test
        void doNotTakeTurns() throws Exception {
            write(source, "big", 4 * CHUNK);
            Running receives = receive();
            int port = receives.port();
            Running first = send(port, "--rate", "0");
            receives.awaitSaying("a session began");

            Running second = send(port);

            assertThat(second.code()).isZero();
            assertThat(receives.code()).isZero();
            assertThat(first.code()).isNotZero();
            assertThat(files(target)).isEqualTo(files(source));
        }

        @Test
        void theFirstHearsThatAnotherHasTakenOver() throws Exception {
            write(source, "big", 4 * CHUNK);
            Running receives = receive();
            int port = receives.port();
            Running first = send(port, "--rate", "0");
            first.awaitSaying("a session began");

            Running second = send(port, "--rate", "0");

            assertThat(first.report().ended())
                    .as("%s", receives.said() + first.said() + second.said())
                    .isEqualTo(Ending.STOPPED);
            assertThat(first.report().what())
                    .isEqualTo(
                            "the receiver refused the line: another sender of this shard has taken over");
            second.end();
            assertThat(second.code()).isEqualTo(75);
            receives.end();
            assertThat(receives.code()).isEqualTo(75);
        }
    }

    @Nested
    class AStranger {
        @Test
        void isNotLetIn() throws Exception {
            Running receives = receive();
            Path strange = stranger.secret(folder.resolve("strange"), receiver, TOKEN);

            Running sends =
                    Running.mover(
                            strange, source, "send", "--connect", "127.0.0.1:" + receives.port());

            assertThat(sends.code()).isEqualTo(65);
            assertThat(sends.report().what())
                    .isEqualTo("the other end does not accept this end's certificate");
            receives.awaitSaying(
                    "was not let in: the other end shows another certificate than peer.crt");
            receives.end();
            assertThat(receives.code()).isEqualTo(75);
        }

        @Test
        void isNotSpokenTo() throws Exception {
            Running receives = receive();
            Path deceived = sender.secret(folder.resolve("deceived"), stranger, TOKEN);

            Running sends =
                    Running.mover(
                            deceived, source, "send", "--connect", "127.0.0.1:" + receives.port());

            assertThat(sends.code()).isEqualTo(65);
            assertThat(sends.report().what())
                    .isEqualTo("the other end shows another certificate than peer.crt");
            receives.end();
        }

        @Test
        void talksGarbageAndNothingHappens() throws Exception {
            write(source, "one", 100);
            Running receives = receive();
            int port = receives.port();
            var random = new Random(7);
            for (int i = 0; i < 20; i++) {
                try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                    var bytes = new byte[random.nextInt(1, 2000)];
                    random.nextBytes(bytes);
                    socket.getOutputStream().write(bytes);
                } catch (IOException _) {
                    // It was thrown out before it had said everything.
                }
            }
            receives.awaitSaying("was not let in");

            assertThat(send(port).code()).isZero();
            assertThat(receives.code()).isZero();
        }
    }

    @Test
    void refusesAnExpiredCertificateOfItsOwn() throws Exception {
        Clock later = Clock.offset(Clock.system(ZoneOffset.UTC), Duration.ofDays(2));

        Running receives = Running.mover(later, own, target, "receive", "--listen", "0");

        assertThat(receives.code()).isEqualTo(65);
        assertThat(receives.report().what()).startsWith("this end's certificate was valid until ");
    }

    @Test
    void refusesAnExpiredCertificateOfTheOther() throws Exception {
        Path expired = folder.resolve("expired");
        Identity old = Identity.make(keys, "-startdate", "-3d", "-validity", "1");
        Running receives = receive();
        sender.secret(expired, old, TOKEN);

        Running sends =
                Running.mover(
                        old.secret(folder.resolve("old"), receiver, TOKEN),
                        source,
                        "send",
                        "--connect",
                        "127.0.0.1:" + receives.port());

        assertThat(sends.report().what()).startsWith("this end's certificate was valid until ");
        receives.end();
    }

    @Test
    void refusesASenderOfAnotherStep() throws Exception {
        Running receives = receive();

        Running sends =
                Running.mover(
                        other,
                        source,
                        "send",
                        "--connect",
                        "127.0.0.1:1,127.0.0.1:" + receives.port(),
                        "--shard",
                        "1/2");

        assertThat(sends.code()).isEqualTo(65);
        assertThat(sends.report().what())
                .isEqualTo(
                        "the receiver refused the line: it asked for receive of K, shard 1/2, and here is receive of K, shard 0/1");
        receives.end();
    }

    @Test
    void withdrawsWhatItHasPlacedAndNothingElse() throws Exception {
        write(source, "a/one", 100);
        write(source, "a/two", 200);
        write(target, "before", 10);
        Running receives = receive();
        assertThat(send(receives.port()).code()).isZero();
        assertThat(receives.code()).isZero();
        write(target, "a/two", 300);
        assertThat(withdraw("nothing").code()).isEqualTo(3);

        Running withdraws = withdraw("all");

        assertThat(withdraws.code()).isEqualTo(3);
        assertThat(withdraws.report().placed().files()).isEqualTo(1);
        assertThat(withdraws.report().failed()).isEqualTo(2);
        assertThat(withdraws.report().troubles())
                .extracting(Report.Trouble::path)
                .containsExactly("a", "a/two");
        assertThat(files(target)).containsOnlyKeys("a/two", "before");
        assertThat(withdraw("nothing").code()).isZero();
        assertThat(withdraw("all").code()).isZero();
    }

    private Running withdraw(String what) throws IOException {
        return Running.mover(own, target, "withdraw", "--removes", what);
    }

    @Test
    void tellsThatItWasToldToEnd() throws Exception {
        Running receives = receive();
        int _ = receives.port();

        receives.end();

        assertThat(receives.code()).isEqualTo(75);
        assertThat(receives.report().what()).isEqualTo("it was told to end");
    }

    @Test
    void neverShowsKeysOrToken() throws Exception {
        write(source, "one", 100);
        Running receives = receive();
        Running sends = send(receives.port());
        assertThat(sends.code()).isZero();
        Files.writeString(own.resolve("own.key"), sender.key().substring(0, 120));
        Running torn = receive();
        assertThat(torn.code()).isEqualTo(65);

        for (Running running : new Running[] {receives, sends, torn}) {
            String all = running.said() + running.printed();
            assertThat(all).doesNotContain(TOKEN);
            for (Identity identity : new Identity[] {receiver, sender}) {
                identity.key()
                        .lines()
                        .filter(line -> !line.startsWith("-"))
                        .forEach(line -> assertThat(all).doesNotContain(line));
            }
        }
    }

    @Test
    void noticesAtItsStartThatItsKeyIsNotTheOneOfItsCertificate() throws Exception {
        Files.writeString(own.resolve("own.key"), sender.key());

        Running receives = receive();

        assertThat(receives.code()).isEqualTo(65);
        assertThat(receives.said() + receives.printed())
                .contains("own.key is not the key of own.crt beside it");
    }

    private Running receive(String... more) throws IOException {
        return Running.mover(own, target, with(more, "receive", "--listen", "0"));
    }

    private Running send(int port, String... more) throws IOException {
        return Running.mover(other, source, with(more, "send", "--connect", "127.0.0.1:" + port));
    }

    private static String[] with(String[] more, String... first) {
        return Stream.concat(Stream.of(first), Stream.of(more)).toArray(String[]::new);
    }

    private static int freePort() throws IOException {
        try (var server = new java.net.ServerSocket(0)) {
            return server.getLocalPort();
        }
    }

    private static void write(Path in, String name, int size) throws IOException {
        var bytes = new byte[size];
        new Random(name.hashCode() + size).nextBytes(bytes);
        Path file = in.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    /// Content by name, without stages.
    private static Map<String, Integer> files(Path root) throws IOException {
        var found = new TreeMap<String, Integer>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = root.relativize(file).toString();
                if (!name.startsWith(".gotthard-")) {
                    found.put(name, java.util.Arrays.hashCode(Files.readAllBytes(file)));
                }
            }
        }
        return found;
    }
}
