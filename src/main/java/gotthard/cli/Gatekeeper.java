package gotthard.cli;

import gotthard.graph.StepId;
import gotthard.inventory.Inventory;
import gotthard.inventory.Person;
import gotthard.inventory.PersonName;
import gotthard.inventory.RoleName;
import gotthard.journal.Hold;
import gotthard.journal.Journal;
import gotthard.journal.Opening;
import gotthard.journal.RunId;
import gotthard.journal.RunState;
import gotthard.journal.SqliteJournal;
import gotthard.journal.StepState;
import gotthard.run.ApprovalClaim;
import gotthard.run.Basis;
import gotthard.signing.KeyFile;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Approves whatever waits for an approval, as people of the sandbox would: through the inbox, beside the process that applies. Only
/// the demo has one.
final class Gatekeeper implements AutoCloseable {
    private static final long LOOK_MILLIS = 300;
    private static final Duration VALID = Duration.ofDays(1);

    private final Path state;
    private final Clock clock;
    private final Set<RunId> before = new HashSet<>();
    private final Thread thread =
            Thread.ofPlatform().daemon().name("gatekeeper").unstarted(this::watch);

    Gatekeeper(Path state, Clock clock) {
        this.state = state;
        this.clock = clock;
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
        for (Opening.Listed step : run.opening().steps()) {
            if (run.step(step.id()).state() instanceof StepState.Held(var hold)
                    && hold instanceof Hold.AwaitsApproval(var missing, _)) {
                missing.forEach(role -> approve(journal, run, step.id(), role));
                before.add(run.id());
            }
        }
    }

    private void approve(Journal journal, RunState run, StepId step, RoleName role) {
        Optional<Inventory> inventory = Chosen.inventory(run.opening());
        Optional<PersonName> person = inventory.flatMap(known -> person(known, role));
        if (person.isPresent()
                && keys().of(person.get()).read() instanceof KeyFile.Result.Done(var key)) {
            Instant now = clock.instant();
            var claim =
                    new ApprovalClaim(
                            run.id(),
                            step,
                            new Basis(inventory.orElseThrow()).digest(run.opening(), step),
                            person.get(),
                            now,
                            now.plus(VALID),
                            Signing.nonce(),
                            "looked at in the demo");
            journal.ask(run.id(), claim.signed(key));
        }
    }

    private SandboxKeys keys() {
        return new SandboxKeys(state.resolve("sandbox"));
    }

    private static Optional<PersonName> person(Inventory inventory, RoleName role) {
        return inventory.people().values().stream()
                .filter(person -> person.roles().contains(role))
                .map(Person::name)
                .sorted()
                .findFirst();
    }
}
