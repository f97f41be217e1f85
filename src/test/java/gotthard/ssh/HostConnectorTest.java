package gotthard.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import gotthard.Golden;
import gotthard.action.Failure;
import gotthard.action.Unreachable;
import gotthard.inventory.Endpoint;
import gotthard.sandbox.SandboxHost;
import gotthard.secret.Secrets;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class HostConnectorTest {
    private static final List<Integer> FOUR = List.of(1, 2, 3, 4);

    @TempDir Path folder;

    @Nested
    final class AnOpenHost {
        @Test
        void givesEachWordAsItIs() throws Exception {
            List<String> words = List.of("", "it's", "$HOME `id` \\", "a\nb", "*", "ä \"q\"");

            try (var host = SandboxHost.start(folder);
                    var connection = open(host)) {
                var all = new java.util.ArrayList<>(List.of("printf", "[%s]"));
                all.addAll(words);
                Ran ran = connection.run(all);

                assertThat(ran.output()).isEqualTo("[" + String.join("][", words) + "]");
            }
        }

        @Test
        void tellsExitCodesAndErrorsApart() throws Exception {
            try (var host = SandboxHost.start(folder);
                    var connection = open(host)) {
                Ran ran =
                        connection.run(
                                List.of("sh", "-c", "cat; echo no >&2; exit 7"), input("yes"));

                assertThat(ran).isEqualTo(new Ran(7, "yes", "no"));
            }
        }

        @Test
        void connectsAgainAfterABreak() throws Exception {
            try (var host = SandboxHost.start(folder);
                    var connection = open(host)) {
                connection.run(List.of("true"));
                host.faults().cut();

                Ran ran = connection.run(List.of("true"));

                assertThat(ran.isGood()).isTrue();
            }
        }

        @Test
        void startsCommandsOnceMoreWhereTheConnectionWasFoundDead() throws Exception {
            try (var host = SandboxHost.start(folder);
                    var connection = open(host)) {
                for (int round = 0; round < 3; round++) {
                    var held = Hosts.each(FOUR, _ -> connection.start(List.of("cat")));
                    held.forEach(Running::close);
                    host.faults().cut();

                    List<Ran> ran = Hosts.each(FOUR, _ -> connection.run(List.of("true")));

                    assertThat(ran).allMatch(Ran::isGood);
                }
            }
        }

        @Test
        void doesNotStartACommandAgainThatWasStarted() throws Exception {
            try (var host = SandboxHost.start(folder);
                    var connection = open(host);
                    var running = connection.start(List.of("sh", "-c", "echo x >>ran; cat"))) {
                while (!Files.exists(folder.resolve("home/ran"))) {
                    Thread.onSpinWait();
                }
                host.faults().cut();

                running.output().transferTo(OutputStream.nullOutputStream());
                assertThatExceptionOfType(Unreachable.class).isThrownBy(running::await);

                assertThat(folder.resolve("home/ran")).hasContent("x");
            }
        }

        @Test
        void boundsWhatItKeeps() throws Exception {
            try (var host = SandboxHost.start(folder);
                    var connection = open(host)) {
                Ran ran = connection.run(List.of("sh", "-c", "yes | head -c 1000000"));

                assertThat(ran.output()).hasSizeBetween(60_000, 65_536);
            }
        }
    }

    @Nested
    final class AHostThatIsNotTrusted {
        @Test
        void withAnotherKeyIsRefused() throws Exception {
            try (var host = SandboxHost.start(folder)) {
                Endpoint.Host known = host.endpoint(Fleet.name(1));
                host.faults().showAnotherHostKey();

                assertThat(refusal(known))
                        .satisfies(failure -> golden("changed-host-key", failure, host))
                        .extracting(Failure::kind)
                        .isEqualTo(Failure.Kind.REFUSED);
            }
        }

        @Test
        void missingInTheListOfKnownHostsIsRefused() throws Exception {
            try (var host = SandboxHost.start(folder)) {
                Path list =
                        Files.writeString(
                                folder.resolve("known_hosts"),
                                "elsewhere " + host.hostKey() + "\n");
                Endpoint.Host unknown = withKeys(host, new Endpoint.HostKeys.KnownHosts(list));

                assertThat(refusal(unknown))
                        .satisfies(failure -> golden("unknown-host", failure, host));
            }
        }

        @Test
        void listedForItsPortIsTrusted() throws Exception {
            try (var host = SandboxHost.start(folder)) {
                Path list =
                        Files.writeString(
                                folder.resolve("known_hosts"),
                                "[127.0.0.1]:" + host.port() + " " + host.hostKey() + "\n");
                Endpoint.Host listed = withKeys(host, new Endpoint.HostKeys.KnownHosts(list));

                try (var connection = new HostConnector().open(listed, new Secrets(Map.of()))) {
                    assertThat(connection.run(List.of("true")).isGood()).isTrue();
                }
            }
        }
    }

    @Nested
    final class AKeyThatDoesNotFit {
        @Test
        void isRefusedByTheHost() throws Exception {
            try (var host = SandboxHost.start(folder)) {
                host.faults().refuseKeys(true);

                assertThat(refusal(host.endpoint(Fleet.name(1))))
                        .satisfies(failure -> golden("key-refused", failure, host));
            }
        }

        @Test
        void isNoPrivateKey() throws Exception {
            try (var host = SandboxHost.start(folder)) {
                Files.writeString(host.identity(), "nonsense");

                assertThat(refusal(host.endpoint(Fleet.name(1))))
                        .satisfies(failure -> golden("no-private-key", failure, host));
            }
        }
    }

    @Test
    void aHostThatIsDownDoesNotAnswer() throws Exception {
        Endpoint.Host gone;
        String port;
        try (var host = SandboxHost.start(folder)) {
            gone = host.endpoint(Fleet.name(1));
            port = ":" + host.port();
        }

        Failure failure = refusal(gone);

        assertThat(failure.kind()).isEqualTo(Failure.Kind.TRANSIENT);
        Golden.assertMatches("ssh/host-down.txt", failure.toString().replace(port, ":PORT"));
    }

    private static void golden(String name, Failure failure, SandboxHost host) {
        String words =
                failure.toString()
                        .replace(":" + host.port(), ":PORT")
                        .replaceAll("SHA256:[A-Za-z0-9+/]{43}", "SHA256:…");
        Golden.assertMatches("ssh/" + name + ".txt", words);
    }

    private static Failure refusal(Endpoint.Host host) {
        var thrown =
                assertThatExceptionOfType(Unreachable.class)
                        .isThrownBy(
                                () ->
                                        new HostConnector()
                                                .open(host, new Secrets(Map.of()))
                                                .close());
        return thrown.actual().failure();
    }

    private static HostConnection open(SandboxHost host) throws Exception {
        return new HostConnector().open(host.endpoint(Fleet.name(1)), new Secrets(Map.of()));
    }

    private static Endpoint.Host withKeys(SandboxHost host, Endpoint.HostKeys keys) {
        Endpoint.Host known = host.endpoint(Fleet.name(1));
        return new Endpoint.Host(
                known.name(),
                known.address(),
                known.port(),
                known.user(),
                keys,
                Optional.of(known.identity().orElseThrow()));
    }

    private static ByteArrayInputStream input(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
