package gotthard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import gotthard.inventory.SiteName;
import gotthard.journal.Entry;
import gotthard.journal.Event;
import gotthard.journal.Journal;
import gotthard.journal.RunId;
import gotthard.journal.SqliteJournal;
import gotthard.metrics.FakePrometheus;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;

/// Files are copied from a site that is protected: by a rate, and by what a Prometheus server says of it.
final class ProtectionTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final SiteName MOSCOW = new SiteName("moscow");

    @TempDir Path folder;

    private final FakePrometheus prometheus = new FakePrometheus();
    private final ExecutorService processes = Executors.newVirtualThreadPerTaskExecutor();

    @BeforeEach
    void project() throws IOException {
        String inventory =
                Files.readString(Path.of("inventories/sandbox.yaml"))
                        .replaceFirst(
                                "country: RU\\n",
                                "country: RU\n      metrics: {prometheus: \""
                                        + prometheus.url()
                                        + "\", signals: {metadata-p99: {query: \"p99\", above: 2}}}\n");
        Files.writeString(folder.resolve("inventory.yaml"), inventory);
        Files.copy(Path.of("plans/policy.yaml"), folder.resolve("policy.yaml"));
        String plan =
                Files.readString(Path.of(Workplace.plan("copy")))
                        .replaceAll("\\.\\./\\S*/inventories/sandbox.yaml", "inventory.yaml")
                        .replaceAll("\\.\\./\\S*/plans/policy.yaml", "policy.yaml")
                        .replace(
                                "  steps:",
                                "  protect: {moscow: {rate: 250kB/s, pauseWhen: [metadata-p99]}}\n  steps:");
        Files.writeString(folder.resolve("plan.yaml"), plan);
    }

    @AfterEach
    void stop() {
        prometheus.close();
        processes.close();
    }

    private Workplace here() {
        return new Workplace(folder.resolve("state"));
    }

    private Future<Typed> apply() {
        return processes.submit(() -> here().type("apply", folder.resolve("plan.yaml").toString()));
    }

    private List<Entry> entries() {
        if (!Files.exists(folder.resolve("state/journal.db"))) {
            return List.of();
        }
        try (Journal journal =
                SqliteJournal.open(folder.resolve("state"), Version.text(), new SecureRandom())) {
            List<RunId> runs = journal.runs();
            return runs.isEmpty() ? List.of() : journal.entries(runs.getFirst(), 0);
        }
    }

    private Entry awaited(Predicate<Event> event) throws InterruptedException {
        Instant until = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(until)) {
            Optional<Entry> found =
                    entries().stream().filter(entry -> event.test(entry.event())).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            Thread.sleep(50);
        }
        return fail("it never happened: " + entries());
    }

    @Test
    void pausesACopyThatRunsAndLetsItGoOnByItself(TestReporter reporter) throws Exception {
        Future<Typed> apply = apply();
        awaited(Event.StepIntended.class::isInstance);
        Instant bad = Instant.now();
        prometheus.measures("2.5");

        Entry paused = awaited(Event.SitePaused.class::isInstance);
        Typed status = here().type("status");
        prometheus.measures("2");
        Typed applied = apply.get();

        reporter.publishEntry("paused after", Duration.between(bad, paused.at()).toString());
        reporter.publishEntry("copied", moved());
        assertThat(applied.exit()).as(applied.transcript()).isEqualTo(Exit.DONE);
        assertThat(applied.out())
                .contains(
                        "moscow  rests: metadata-p99 is 2.5, wanted at most 2", "moscow  goes on");
        assertThat(status.out())
                .contains("moscow rests since", "metadata-p99 is 2.5, wanted at most 2");
        assertThat(entries().stream().map(Entry::event).filter(ProtectionTest::isTold).toList())
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly(
                        "StepIntended", "SitePaused", "SiteResumed", "StepEnded", "StepVerified");
        assertThat(here().type("report", "copy").out())
                .contains("site paused", "site resumed", "## What protection cost")
                .contains("moscow | 1 time |", "metadata-p99 was 2.5, wanted at most 2, for ")
                .containsPattern("`files` \\| [0-9.]+ (s|min)");
    }

    /// What came over, and in how much time without the pause.
    private String moved() {
        Duration taken = Duration.ZERO;
        Instant since = Instant.EPOCH;
        for (Entry entry : entries()) {
            switch (entry.event()) {
                case Event.StepIntended _, Event.SiteResumed _ -> since = entry.at();
                case Event.SitePaused _ -> taken = taken.plus(Duration.between(since, entry.at()));
                case Event.StepEnded(_, var outcome) -> {
                    taken = taken.plus(Duration.between(since, entry.at()));
                    return outcome + " in " + taken + " at 250kB/s";
                }
                default -> {}
            }
        }
        return "nothing";
    }

    private static boolean isTold(Event event) {
        return event instanceof Event.StepIntended
                || event instanceof Event.SitePaused
                || event instanceof Event.SiteResumed
                || event instanceof Event.StepEnded
                || event instanceof Event.StepVerified;
    }

    @Test
    void turnsBackFromACopyThatIsPaused() throws Exception {
        Future<Typed> apply = apply();
        awaited(Event.StepIntended.class::isInstance);
        prometheus.says(500, "");
        awaited(Event.SitePaused.class::isInstance);

        Typed back =
                here().type("rollback", "--by", "platform-lead-1", "--reason", "the wrong night");

        assertThat(back.exit()).as(back.transcript()).isEqualTo(Exit.DONE);
        assertThat(apply.get().transcript()).contains("the wrong night");
        assertThat(entries())
                .extracting(Entry::event)
                .noneMatch(event -> event.equals(new Event.SiteResumed(MOSCOW)));
    }
}
