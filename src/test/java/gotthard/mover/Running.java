package gotthard.mover;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Said;
import gotthard.transfer.Refused;
import gotthard.transfer.report.Report;
import gotthard.transfer.report.ReportReader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/// A mover in a thread of the test, on any free ports, that loses patience soon where nobody is.
final class Running {
    static final Timing QUICK =
            new Timing(
                    Duration.ofMillis(100),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(1),
                    Duration.ofMillis(10),
                    Duration.ofMillis(100));

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Said out = new Said();
    private final Said err = new Said();
    private final Path report;
    private final CompletableFuture<Integer> code = new CompletableFuture<>();
    private final Mover mover;
    private final List<CompletableFuture<Boolean>> ends = new CopyOnWriteArrayList<>();
    private final Thread main;

    private Running(Path report, Clock clock, List<String> arguments) {
        this.report = report;
        this.mover =
                new Mover(
                        new Mover.Surroundings(
                                Map.of(),
                                out.stream(),
                                err.stream(),
                                clock,
                                System::nanoTime,
                                this::thread),
                        QUICK);
        this.main =
                thread(
                        () -> {
                            try {
                                code.complete(mover.run(arguments.toArray(String[]::new)));
                            } catch (Throwable bug) {
                                code.completeExceptionally(bug);
                            }
                        });
        main.start();
    }

    private Thread thread(Runnable task) {
        var end = new CompletableFuture<Boolean>();
        ends.add(end);
        return Thread.ofPlatform()
                .daemon()
                .unstarted(
                        () -> {
                            try {
                                task.run();
                            } finally {
                                end.complete(true);
                            }
                        });
    }

    static Running mover(Path tls, Path root, String... arguments) throws IOException {
        return mover(Clock.systemUTC(), tls, root, arguments);
    }

    static Running mover(Clock clock, Path tls, Path root, String... arguments) throws IOException {
        Path report = Files.createTempFile("mover", ".json");
        var all = new ArrayList<>(List.of(arguments));
        if (!all.contains("--key")) {
            all.addAll(List.of("--key", "K"));
        }
        all.addAll(
                List.of(
                        "--root",
                        root.toString(),
                        "--tls",
                        tls.toString(),
                        "--control",
                        "0",
                        "--report",
                        report.toString()));
        return new Running(report, clock, all);
    }

    int port() throws InterruptedException {
        return err.numberBehind("listening at port ");
    }

    int control() throws InterruptedException {
        return err.numberBehind("HTTP at port ");
    }

    void awaitSaying(String words) throws InterruptedException {
        err.await(words);
    }

    String said() {
        return err.text();
    }

    String printed() {
        return out.text();
    }

    /// As SIGTERM does: nothing of it is at work afterwards.
    void end() throws Exception {
        code.complete(mover.end());
        main.interrupt();
        for (int i = 0; i < ends.size(); i++) {
            assertThat(ends.get(i).get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }
    }

    int code() throws Exception {
        return code.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /// The report, once it has ended.
    Report report() throws Exception {
        int _ = code();
        String written = Files.readString(report);
        if (!out.text().endsWith(written)) {
            throw new AssertionError(written + " is not the last line of " + out.text());
        }
        return read(written);
    }

    static Report read(String text) {
        try {
            return ReportReader.read(text);
        } catch (Refused refused) {
            throw new AssertionError(text, refused);
        }
    }
}
