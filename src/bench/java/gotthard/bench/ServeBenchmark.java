package gotthard.bench;

import gotthard.journal.Journal;
import gotthard.journal.Lease;
import gotthard.journal.RunId;
import gotthard.journal.SqliteJournal;
import gotthard.web.Dashboard;
import gotthard.web.Role;
import gotthard.web.Settings;
import gotthard.web.Token;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Dashboards that watch a run for minutes while ten thousand entries a minute are recorded, and whose connections are cut at random:
/// whether each gets every entry once, how late, and whether the server's memory stays level. The server is a process of its own.
///
/// `java -Dminutes=5 -cp CLASSES gotthard.bench.ServeBenchmark`; `-Dseed=7` for other cuts, `-Dperminute=10000`, `-Ddashboards=5`.
final class ServeBenchmark {
    static final String TOKEN = "the-token-of-the-benchmark";

    private static final Duration BETWEEN = Duration.ofMillis(60);
    private static final int LOOK_MILLIS = 250;

    private ServeBenchmark() {}

    public static void main(String[] args) throws Exception {
        if (args.length == 1) {
            serve(Path.of(args[0]));
            return;
        }
        Path folder = Files.createTempDirectory("serve");
        try {
            measure(folder);
        } finally {
            Folders.delete(folder);
        }
    }

    /// The server: it tells its port, and at each line that it gets, how much memory it takes.
    private static void serve(Path folder) throws Exception {
        var settings =
                new Settings(
                        "127.0.0.1",
                        0,
                        Set.of(),
                        List.of(Token.of("benchmark", Role.OPERATOR, TOKEN)),
                        Optional.empty(),
                        false);
        var orders =
                new BufferedReader(
                        new java.io.InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (Journal journal = SqliteJournal.open(folder, "0.1.0", new SecureRandom());
                Dashboard dashboard =
                        Dashboard.start(
                                settings,
                                new Dashboard.Means(
                                        journal,
                                        Clock.systemUTC(),
                                        () -> Thread.sleep(LOOK_MILLIS),
                                        new SecureRandom()))) {
            System.out.println(dashboard.port());
            while (orders.readLine() != null) {
                System.out.println(memory());
            }
        }
    }

    private static String memory() throws IOException {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        long heap = runtime.totalMemory() - runtime.freeMemory();
        String resident =
                Files.readAllLines(Path.of("/proc/self/status")).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .map(line -> line.substring(6).strip())
                        .findFirst()
                        .orElse("unknown");
        return "heap after GC %.1f MB, resident %s, %d threads"
                .formatted(heap / 1e6, resident, Thread.getAllStackTraces().size());
    }

    private static void measure(Path folder) throws Exception {
        int minutes = Integer.getInteger("minutes", 5);
        int each = Integer.getInteger("perminute", 10_000);
        long seed = Long.getLong("seed", 7);
        RunId run = new RunId("europe-files-bench");
        try (Journal journal = SqliteJournal.open(folder, "0.1.0", new SecureRandom())) {
            Lease lease = ((Journal.Acquired.Granted) journal.acquire(run, "bench")).lease();
            var recording = new Recording(journal, lease);
            recording.open();
            Process server = server(folder);
            var answers = server.inputReader(StandardCharsets.UTF_8);
            int port = Integer.parseInt(String.valueOf(answers.readLine()));
            List<Watcher> watchers = new ArrayList<>();
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < Integer.getInteger("dashboards", 5); i++) {
                var watcher = new Watcher(port, run, seed + i);
                watchers.add(watcher);
                threads.add(Thread.ofPlatform().start(watcher));
            }
            System.out.println("begins: " + asked(server, answers));
            for (int minute = 1; minute <= minutes; minute++) {
                record(recording, each);
                System.out.printf(
                        "minute %d: %,d entries, %s%n",
                        minute, recording.last(), asked(server, answers));
            }
            for (Watcher watcher : watchers) {
                watcher.endAt(recording.last());
            }
            for (Thread thread : threads) {
                thread.join();
            }
            System.out.println("ends: " + asked(server, answers));
            server.outputWriter(StandardCharsets.UTF_8).close();
            server.waitFor();
            watchers.forEach(watcher -> System.out.println(watcher.told(recording.last())));
        }
    }

    private static String asked(Process server, BufferedReader answers) throws IOException {
        var orders = server.outputWriter(StandardCharsets.UTF_8);
        orders.write("tell\n");
        orders.flush();
        return String.valueOf(answers.readLine());
    }

    /// A minute's entries, spread evenly.
    private static void record(Recording recording, int entries) throws InterruptedException {
        Instant began = Instant.now();
        long commits = Duration.ofMinutes(1).dividedBy(BETWEEN);
        for (long commit = 1; commit <= commits; commit++) {
            int until = (int) (entries * commit / commits);
            int before = (int) (entries * (commit - 1) / commits);
            recording.append(until - before);
            Duration early =
                    Duration.between(Instant.now(), began.plus(BETWEEN.multipliedBy(commit)));
            if (early.isPositive()) {
                Thread.sleep(early);
            }
        }
    }

    private static Process server(Path folder) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dlogback.configurationFile=logback-test.xml",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServeBenchmark.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
