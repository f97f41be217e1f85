package gotthard.migration;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.graph.StepId;
import gotthard.journal.Entry;
import gotthard.journal.Journal;
import gotthard.journal.RunId;
import gotthard.journal.RunState;
import gotthard.journal.SqliteJournal;
import gotthard.journal.StepState;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/// What the journal of a state folder says, read beside the tool.
record Ledger(Journal journal) implements AutoCloseable {
    private static final Duration MOST = Duration.ofMinutes(3);
    private static final long BEAT_MILLIS = 10;

    static Ledger of(Path state) {
        return new Ledger(SqliteJournal.open(state, "test", new SecureRandom()));
    }

    /// The latest run of the plan that moves Europe's files.
    Optional<RunState> run() {
        return journal.runs().stream()
                .filter(id -> id.value().startsWith("europe-files-"))
                .findFirst()
                .flatMap(journal::state);
    }

    RunState theRun() {
        return run().orElseThrow(() -> new AssertionError("there is no run of europe-files"));
    }

    StepState of(String step) {
        return theRun().step(new StepId(step)).state();
    }

    /// Waits until the journal says so, as long as the command goes on.
    void await(Command command, Predicate<RunState> wanted)
            throws InterruptedException, java.io.IOException {
        await(command, () -> run().filter(wanted).isPresent());
    }

    void await(Command command, BooleanSupplier wanted)
            throws InterruptedException, java.io.IOException {
        long end = System.nanoTime() + MOST.toNanos();
        while (!wanted.getAsBoolean()) {
            if (!command.process().isAlive()) {
                throw new AssertionError("it ended before what was awaited\n" + command.ended());
            }
            if (System.nanoTime() > end) {
                command.kill();
                throw new AssertionError("what was awaited did not come\n" + command.ended());
            }
            Thread.sleep(BEAT_MILLIS);
        }
    }

    /// The chains of all runs hold, from the first entry to the last.
    void isIntact() {
        for (RunId run : journal.runs()) {
            List<Entry> entries = journal.entries(run, 0);
            assertThat(entries.getLast().seq()).isEqualTo(entries.size());
        }
    }

    @Override
    public void close() {
        journal.close();
    }
}
