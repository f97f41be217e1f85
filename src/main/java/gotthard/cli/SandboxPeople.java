package gotthard.cli;

import gotthard.graph.StepId;
import gotthard.inventory.Inventory;
import gotthard.inventory.Person;
import gotthard.inventory.PersonName;
import gotthard.inventory.RoleName;
import gotthard.journal.Hold;
import gotthard.journal.Journal;
import gotthard.journal.Opening;
import gotthard.journal.RunState;
import gotthard.journal.StepState;
import gotthard.run.ApprovalClaim;
import gotthard.run.Basis;
import gotthard.signing.KeyFile;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// The people of a sandbox, who approve whatever waits for them.
///
/// @param why what they say with it
record SandboxPeople(SandboxKeys keys, InstantSource clock, String why) {
    private static final Duration VALID = Duration.ofDays(1);

    /// Approves, through the inbox, all that a run waits for. False where it waits for no approval.
    boolean approve(Journal journal, RunState run) {
        boolean isAsked = false;
        for (Opening.Listed step : run.opening().steps()) {
            if (run.step(step.id()).state() instanceof StepState.Held(var hold)
                    && hold instanceof Hold.AwaitsApproval(var missing, _)) {
                missing.forEach(role -> approve(journal, run, step.id(), role));
                isAsked = true;
            }
        }
        return isAsked;
    }

    private void approve(Journal journal, RunState run, StepId step, RoleName role) {
        Optional<Inventory> inventory = Chosen.inventory(run.opening());
        Optional<PersonName> person = inventory.flatMap(known -> person(known, role));
        if (person.isPresent()
                && keys.of(person.get()).read() instanceof KeyFile.Result.Done(var key)) {
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
                            why);
            journal.ask(run.id(), claim.signed(key));
        }
    }

    private static Optional<PersonName> person(Inventory inventory, RoleName role) {
        return inventory.people().values().stream()
                .filter(person -> person.roles().contains(role))
                .map(Person::name)
                .sorted()
                .findFirst();
    }
}
