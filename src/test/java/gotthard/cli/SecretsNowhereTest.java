package gotthard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;

import gotthard.Canary;
import gotthard.journal.Entry;
import gotthard.journal.Event;
import gotthard.journal.Journal;
import gotthard.journal.SqliteJournal;
import gotthard.sandbox.SandboxHost;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Secrets planted in every kind of input, with whatever goes wrong around them: they are in no output, no log, no file of the state
/// and no command line.
final class SecretsNowhereTest {
    private static final String MANIFEST =
            "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: b}\n";

    /// What is planted where, and what goes wrong.
    enum Planted {
        TOKEN_OF_A_SERVER_THAT_IS_NOT_THERE(1, "refuses connections"),
        TOKEN_REPEATED_BY_A_401(1, "does not accept the credentials"),
        TOKEN_REPEATED_BY_A_403(1, "‹secret›"),
        TOKEN_REPEATED_BY_A_STEPS_ANSWER(1, "‹secret›"),
        CLIENT_KEY_THAT_IS_NONE(1, "zurich-1/cluster"),
        IDENTITY_FILE_THAT_IS_NO_KEY(1, "is not a private key"),
        IDENTITY_OF_THE_ENVIRONMENT(1, "is not a private key"),
        IDENTITY_OF_A_PROGRAM(1, "is not a private key"),
        IDENTITY_OF_A_PROGRAM_THAT_FAILS(1, "ended with 3"),
        IDENTITY_IN_CLEAR(65, "wants a reference"),
        IDENTITY_IN_CLEAR_UNDER_A_KEY(65, "wants a reference"),
        IDENTITY_IN_CLEAR_BESIDE_ANOTHER_MISTAKE(65, "unknown key"),
        IDENTITY_PRINTED_BY_A_FAILING_COMMAND(1, "‹secret›"),
        USER_OF_AN_ADDRESS(65, "an address without a user"),
        SECRET_IN_A_MANIFEST(65, "a secret stands readable in"),
        SECRET_IN_A_MANIFEST_IN_BASE64(65, "a secret stands readable in"),
        SECRET_IN_A_MANIFEST_ON_ONE_LINE(65, "a secret stands readable in"),
        VARIABLE_OF_A_JOB(65, "a secret stands readable in");

        private final int exit;
        private final String says;

        Planted(int exit, String says) {
            this.exit = exit;
            this.says = says;
        }
    }

    private final Canary canary = Canary.drawn();

    @TempDir private Path folder = Path.of("");
    private Optional<SandboxHost> host = Optional.empty();
    private Optional<HttpServer> server = Optional.empty();

    @BeforeEach
    void begin() throws IOException {
        host = Optional.of(SandboxHost.start(folder.resolve("host")));
    }

    @AfterEach
    void end() {
        host.ifPresent(SandboxHost::close);
        server.ifPresent(one -> one.stop(0));
    }

    @ParameterizedTest
    @EnumSource
    void isNowhere(Planted planted) throws Exception {
        lay(planted);

        var told = new ArrayList<String>();
        for (String verb : List.of("validate", "plan", "access --check", "doctor -i", "apply")) {
            told.add(typed(verb).transcript());
        }
        Typed apply = typed("apply --output json");
        told.add(apply.transcript());

        assertThat(apply.exit().code()).as("%s", told).isEqualTo(planted.exit);
        assertThat(String.join("\n", told)).contains(planted.says);
        for (Canary one : canaries(planted)) {
            assertThat(told).noneMatch(one::isIn);
            assertThat(kept()).noneMatch(one::isIn);
        }
    }

    /// In a process of its own, which logs all that it can.
    @ParameterizedTest
    @EnumSource(
            names = {
                "TOKEN_REPEATED_BY_A_STEPS_ANSWER",
                "IDENTITY_OF_A_PROGRAM",
                "IDENTITY_PRINTED_BY_A_FAILING_COMMAND"
            })
    void isInNoLogAndNoCommandLine(Planted planted) throws Exception {
        lay(planted);
        var lines = new ArrayList<String>();

        String told = run("apply", lines);

        assertThat(told).contains(planted.says);
        assertThat(lines).isNotEmpty();
        for (Canary one : canaries(planted)) {
            assertThat(one.isIn(told)).as(told).isFalse();
            assertThat(lines).noneMatch(one::isIn);
            assertThat(kept()).noneMatch(one::isIn);
        }
    }

    private Typed typed(String command) {
        var words = new ArrayList<>(List.of(command.split(" ", -1)));
        words.add(1, folder.resolve("plan.yaml").toString());
        if (words.getFirst().equals("doctor")) {
            words.remove(1);
            words.add(folder.resolve("site.yaml").toString());
        }
        if (!words.getFirst().equals("validate")) {
            words.addAll(List.of("--state", folder.resolve("state").toString()));
        }
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var surroundings =
                new Surroundings(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        Map.of("LANG", "C.UTF-8", "COLUMNS", "80", "CANARY", canary.value()),
                        Clock.systemUTC(),
                        false);
        Exit exit = new Gotthard(surroundings).run(words.toArray(String[]::new));
        return new Typed(
                exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private List<Canary> canaries(Planted planted) throws IOException {
        if (planted != Planted.IDENTITY_PRINTED_BY_A_FAILING_COMMAND) {
            return List.of(canary);
        }
        return Files.readAllLines(host.orElseThrow().identity()).stream()
                .filter(line -> !line.startsWith("-----") && line.length() > 20)
                .map(Canary::new)
                .toList();
    }

    private void lay(Planted planted) throws IOException {
        String manifest = MANIFEST;
        String user = "token: '" + canary.value() + "'";
        String identity = "{file: " + host.orElseThrow().identity() + "}";
        String hosts = "";
        String web = "";
        String step = "action: kubernetes.apply, with: {to: zurich-1, manifests: [manifest.yaml]}";
        int port = 1;
        switch (planted) {
            case TOKEN_OF_A_SERVER_THAT_IS_NOT_THERE -> {}
            case TOKEN_REPEATED_BY_A_401 -> port = answering(401, false);
            case TOKEN_REPEATED_BY_A_403 -> port = answering(403, false);
            case TOKEN_REPEATED_BY_A_STEPS_ANSWER -> port = answering(403, true);
            case CLIENT_KEY_THAT_IS_NONE ->
                    user =
                            "client-key-data: %s, client-certificate-data: %s"
                                    .formatted(canary.base64(), canary.base64());
            case IDENTITY_FILE_THAT_IS_NO_KEY -> {
                Files.writeString(folder.resolve("no-key"), canary.value());
                identity = "{file: no-key}";
            }
            case IDENTITY_OF_THE_ENVIRONMENT -> identity = "{env: CANARY}";
            case IDENTITY_OF_A_PROGRAM -> identity = "{exec: [cat, " + printed() + "]}";
            case IDENTITY_OF_A_PROGRAM_THAT_FAILS ->
                    identity =
                            "{exec: [sh, -c, 'cat %s; cat %s >&2; exit 3']}"
                                    .formatted(printed(), printed());
            case IDENTITY_IN_CLEAR -> identity = "'" + canary.value() + "'";
            case IDENTITY_IN_CLEAR_UNDER_A_KEY -> identity = "{value: '" + canary.value() + "'}";
            case IDENTITY_IN_CLEAR_BESIDE_ANOTHER_MISTAKE ->
                    identity = "'" + canary.value() + "', adress: here";
            case IDENTITY_PRINTED_BY_A_FAILING_COMMAND ->
                    step =
                            "action: ssh.run, with: {at: zurich-1, hosts: files, run: [sh, -c, 'sed -n 2p %s >&2; exit 1'], check: [\"false\"], undo: [\"true\"]}"
                                    .formatted(host.orElseThrow().identity());
            case USER_OF_AN_ADDRESS ->
                    web =
                            "      web: {status: {url: \"http://somebody:%s@127.0.0.1:1/\"}}\n"
                                    .formatted(
                                            URLEncoder.encode(
                                                    canary.value(), StandardCharsets.UTF_8));
            case SECRET_IN_A_MANIFEST -> {
                manifest = secret("stringData:\n  token: '" + canary.value() + "'\n");
                port = answering(404, true);
            }
            case SECRET_IN_A_MANIFEST_IN_BASE64 -> {
                manifest = secret("data:\n  token: " + canary.base64() + "\n");
                port = answering(404, true);
            }
            case SECRET_IN_A_MANIFEST_ON_ONE_LINE -> {
                manifest =
                        "{apiVersion: v1, kind: Secret, metadata: {name: a, namespace: b}, stringData: {token: '%s'}}\n"
                                .formatted(canary.value());
                port = answering(404, true);
            }
            case VARIABLE_OF_A_JOB -> {
                manifest =
                        """
                        apiVersion: batch/v1
                        kind: Job
                        metadata: {name: a, namespace: b}
                        spec:
                          template:
                            spec:
                              containers:
                                - {name: a, image: a, env: [{name: DB_PASSWORD, value: '%s'}]}
                        """
                                .formatted(canary.value());
                step = "action: kubernetes.job, with: {to: zurich-1, manifest: manifest.yaml}";
                port = answering(404, true);
            }
        }
        if (planted.name().startsWith("IDENTITY")) {
            step =
                    step.contains("ssh.run")
                            ? step
                            : "action: ssh.run, with: {at: zurich-1, hosts: files, run: [\"true\"]}";
            hosts = hosts(identity);
        }
        write(new Laid(manifest, user, hosts + web, step, port));
    }

    private record Laid(String manifest, String user, String more, String step, int port) {}

    private void write(Laid laid) throws IOException {
        Files.writeString(folder.resolve("manifest.yaml"), laid.manifest());
        Files.writeString(
                folder.resolve("plan.yaml"),
                """
                apiVersion: gotthard/v1
                kind: Plan
                metadata: {name: planted, owner: platform, title: Holds what nobody may see}
                spec:
                  inventory: site.yaml
                  steps:
                    - {id: only, %s}
                """
                        .formatted(laid.step()));
        Files.writeString(
                folder.resolve("site.yaml"),
                """
                apiVersion: gotthard/v1
                kind: Inventory
                metadata: {name: one}
                spec:
                  sites:
                    zurich-1:
                      country: CH
                      cluster: {context: zurich-1, kubeconfig: kubeconfig}
                """
                        + laid.more());
        Files.writeString(
                folder.resolve("kubeconfig"),
                """
                apiVersion: v1
                kind: Config
                clusters: [{name: zurich-1, cluster: {server: "http://127.0.0.1:%d"}}]
                users: [{name: zurich-1, user: {%s}}]
                contexts: [{name: zurich-1, context: {cluster: zurich-1, user: zurich-1}}]
                current-context: zurich-1
                """
                        .formatted(laid.port(), laid.user()));
    }

    private String hosts(String identity) {
        SandboxHost started = host.orElseThrow();
        return """
                      hosts:
                        files:
                          - {name: files-1, address: %s, port: %d, user: %s, hostKeys: {pinned: ["%s"]}, identity: %s}
                """
                .formatted(
                        started.address(),
                        started.port(),
                        started.user(),
                        started.hostKey(),
                        identity);
    }

    private static String secret(String content) {
        return "apiVersion: v1\nkind: Secret\nmetadata: {name: a, namespace: b}\n" + content;
    }

    private Path printed() throws IOException {
        return Files.writeString(folder.resolve("printed"), canary.value());
    }

    /// An API server that repeats to everybody who they said that they are.
    private int answering(int code, boolean allows) throws IOException {
        var answering =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answering.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        exchange.getRequestBody().readAllBytes();
                        boolean isReview =
                                exchange.getRequestURI().getPath().contains("accessreviews");
                        String who = exchange.getRequestHeaders().getFirst("Authorization");
                        String body =
                                isReview && allows
                                        ? "{\"status\": {\"allowed\": true}}"
                                        : "{\"kind\": \"Status\", \"message\": \"%s may not, %s\"}"
                                                .formatted(
                                                        who,
                                                        Base64.getEncoder()
                                                                .encodeToString(
                                                                        String.valueOf(who)
                                                                                .getBytes(
                                                                                        StandardCharsets
                                                                                                .UTF_8)));
                        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                        exchange.sendResponseHeaders(isReview && allows ? 201 : code, bytes.length);
                        exchange.getResponseBody().write(bytes);
                    }
                });
        answering.start();
        server = Optional.of(answering);
        return answering.getAddress().getPort();
    }

    private String run(String verb, List<String> lines) throws Exception {
        var line =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Main.class.getName()));
        line.addAll(
                List.of(
                        verb,
                        "plan.yaml",
                        "--debug",
                        "--state",
                        folder.resolve("state").toString()));
        Path out = Files.createTempFile("out", ".txt");
        Path err = Files.createTempFile("err", ".txt");
        var builder =
                new ProcessBuilder(line)
                        .directory(folder.toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile());
        builder.environment().put("LANG", "C.UTF-8");
        builder.environment().put("CANARY", canary.value());
        Process process = builder.start();
        while (process.isAlive()) {
            process.descendants().forEach(one -> commandLine(one.pid()).ifPresent(lines::add));
            commandLine(process.pid()).ifPresent(lines::add);
            process.waitFor(20, java.util.concurrent.TimeUnit.MILLISECONDS);
        }
        String told = Files.readString(out) + Files.readString(err);
        Files.delete(out);
        Files.delete(err);
        return told;
    }

    private static Optional<String> commandLine(long pid) {
        try {
            return Optional.of(Files.readString(Path.of("/proc/" + pid + "/cmdline")));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /// Every file of the state byte by byte, and every event with its words.
    private List<String> kept() throws Exception {
        Path state = folder.resolve("state");
        var kept = new TreeMap<String, String>();
        if (!Files.exists(state)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(state)) {
            for (Path path : all.filter(Files::isRegularFile).toList()) {
                kept.put(path.toString(), Files.readString(path, StandardCharsets.ISO_8859_1));
            }
        }
        if (SqliteJournal.isAt(state)) {
            try (Journal journal = SqliteJournal.open(state, "test", new SecureRandom())) {
                journal.runs()
                        .forEach(
                                run ->
                                        journal.entries(run, 0)
                                                .forEach(
                                                        entry ->
                                                                kept.put(
                                                                        run + " " + entry.seq(),
                                                                        told(entry))));
            }
        }
        return List.copyOf(kept.values());
    }

    private static String told(Entry entry) {
        return entry.event() instanceof Event.StepKept kept
                ? kept + kept.content().text()
                : entry.event().toString();
    }
}
