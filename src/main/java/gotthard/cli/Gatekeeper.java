package gotthard.cli;

import gotthard.journal.Journal;
import gotthard.journal.RunId;
import gotthard.journal.RunState;
import gotthard.journal.SqliteJournal;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;

/// Approves whatever waits for an approval, as people of the sandbox would: through the inbox, beside the process that applies. Only
/// the demo has one.
final class Gatekeeper implements AutoCloseable {
    private static final long LOOK_MILLIS = 300;

    private final Path state;
    private final SandboxPeople people;
    private final Set<RunId> before = new HashSet<>();
    private final Thread thread =
            Thread.ofPlatform().daemon().name("gatekeeper").unstarted(this::watch);

    Gatekeeper(Path state, Clock clock) {
        this.state = state;
        people =
                new SandboxPeople(
                        new SandboxKeys(state.resolve("sandbox")), clock, "looked at in the demo");
    }

    Gatekeeper start() {
        thread.start();
        return this;
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch() {
        try (Journal journal = SqliteJournal.open(state, Version.text(), new SecureRandom())) {
            while (true) {
                for (RunId run : journal.runs()) {
                    if (!before.contains(run)) {
                        journal.state(run).ifPresent(found -> look(journal, found));
                    }
                }
                Thread.sleep(LOOK_MILLIS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(Journal journal, RunState run) {
        if (people.approve(journal, run)) {
            before.add(run.id());
        }
    }
}
