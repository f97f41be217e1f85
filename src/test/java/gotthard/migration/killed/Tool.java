package gotthard.migration.killed;

import gotthard.graph.Assembled;
import gotthard.graph.Assembly;
import gotthard.graph.DiskTexts;
import gotthard.graph.StepId;
import gotthard.graph.Texts;
import gotthard.inventory.Inventory;
import gotthard.inventory.InventoryDocument;
import gotthard.inventory.Person;
import gotthard.inventory.PersonName;
import gotthard.journal.Ending;
import gotthard.journal.Journal;
import gotthard.journal.Opening;
import gotthard.journal.RunId;
import gotthard.journal.RunState;
import gotthard.journal.SqliteJournal;
import gotthard.run.Approvals;
import gotthard.run.Openings;
import gotthard.run.Options;
import gotthard.run.Route;
import gotthard.run.RunIds;
import gotthard.run.RunObserver;
import gotthard.run.Runs;
import gotthard.run.Start;
import gotthard.sandbox.Sandbox;
import gotthard.secret.Secrets;
import gotthard.signing.KeyFile;
import gotthard.signing.SigningKey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One process of the tool on a ground: it wires what the verbs wire, and may die.
record Tool(Ground ground, Fate fate, Onlooker onlooker) {
    private static final String PLAN = "plans/10-europe-files.yaml";
    private static final PersonName LEAD = new PersonName("platform-lead-1");
    private static final Clock CLOCK = Clock.systemUTC();

    /// Of each small step of the sandbox's clusters: what a process leaves half-done, the next finds when they are slow.
    private static final Duration PACE = Duration.ofMillis(Long.getLong("sweep.pace", 50));

    static Tool of(Ground ground, Fate fate) {
        return new Tool(ground, fate, new Onlooker(fate));
    }

    /// How a process ended: by itself, or dead.
    sealed interface End {
        record Ended(Ending ending) implements End {}

        record Died() implements End {}
    }

    /// `gotthard apply`: a new run, or the one that is there goes on, if it is not over.
    End apply() throws IOException {
        return live(this::applied);
    }

    /// `gotthard rollback`.
    End rollback() throws IOException {
        return live(this::rolledBack);
    }

    /// Only reads, as the next process would.
    static Optional<RunState> state(Ground ground) {
        try (Journal journal = open(ground)) {
            return journal.runs().stream().findFirst().flatMap(journal::state);
        }
    }

    /// `gotthard approve go`.
    static void approve(Ground ground) {
        try (Journal journal = open(ground)) {
            RunState state = journal.state(journal.runs().getFirst()).orElseThrow();
            var claim =
                    Approvals.claim(
                            state.id(),
                            state.opening(),
                            inventory(state),
                            new Approvals.Given(new StepId("go"), LEAD.value(), CLOCK.instant()));
            journal.ask(state.id(), claim.signed(key(ground.sandbox())));
        }
    }

    private static Inventory inventory(RunState state) {
        String source = state.opening().inventorySource();
        String text = state.opening().documents().getOrDefault(source, "");
        return InventoryDocument.read(source, text).toOptional().orElseThrow();
    }

    /// The lead's key, where a sandbox keeps it for all its processes.
    private static SigningKey key(Path sandbox) {
        var file = new KeyFile(sandbox.resolve("keys-of-people").resolve(LEAD.value()));
        return switch (file.read()) {
            case KeyFile.Result.Done(var key) -> key;
            case KeyFile.Result.Refused _ -> {
                var made = SigningKey.make(new SecureRandom());
                yield file.write(made) instanceof KeyFile.Result.Done(var key) ? key : key(sandbox);
            }
        };
    }

    static List<gotthard.journal.Entry> entries(Ground ground) {
        try (Journal journal = open(ground)) {
            return journal.runs().isEmpty()
                    ? List.of()
                    : journal.entries(journal.runs().getFirst(), 0);
        }
    }

    private static Journal open(Ground ground) {
        return SqliteJournal.open(ground.folder(), "0.1.0", new SecureRandom());
    }

    private interface Verb {
        Ending go(Journal journal, Sites sites) throws InterruptedException;
    }

    /// What a process has open. When it dies, the operating system closes it: nothing of the engine does.
    private End live(Verb verb) throws IOException {
        try (Journal journal = open(ground);
                var sites = new Sites(ground, onlooker)) {
            Ending ending = verb.go(new DyingJournal(journal, fate), sites);
            return fate.isDead() ? new End.Died() : new End.Ended(ending);
        } catch (Death | InterruptedException dead) {
            if (!fate.isDead()) {
                throw new IllegalStateException("interrupted, and not dead", dead);
            }
            return new End.Died();
        } finally {
            boolean _ = Thread.interrupted();
        }
    }

    private Ending applied(Journal journal, Sites sites) throws InterruptedException {
        Assembled assembled =
                Assembly.assemble(
                                PLAN,
                                Optional.empty(),
                                DiskTexts.around(PLAN, List.of()),
                                DyingKind.all(fate),
                                sites::reached)
                        .toOptional()
                        .orElseThrow();
        Route route = Route.of(assembled);
        Runs runs = runs(journal);
        Optional<RunId> known = journal.runs().stream().findFirst();
        return go(
                known.isPresent()
                        ? runs.resume(known.get(), route)
                        : runs.open(route, opening(assembled)));
    }

    private Ending rolledBack(Journal journal, Sites sites) throws InterruptedException {
        RunState state = journal.state(journal.runs().getFirst()).orElseThrow();
        Opening opening = state.opening();
        Assembled assembled =
                Assembly.assemble(
                                opening.planSource(),
                                Optional.of(opening.inventorySource()),
                                Texts.recorded(opening.documents()),
                                DyingKind.all(fate),
                                sites::reached)
                        .toOptional()
                        .orElseThrow();
        return go(runs(journal).rollback(state.id(), Route.of(assembled), "asked"));
    }

    private Ending go(Start start) throws InterruptedException {
        return switch (start) {
            case Start.Ready(var running) -> {
                try (running) {
                    yield running.go(Options.USUAL, RunObserver.NONE);
                }
            }
            case Start.Over(var state) -> state.ending().orElseThrow();
            case Start.Busy _, Start.Missing _, Start.Impossible _ ->
                    throw new IllegalStateException(start.toString());
        };
    }

    private static Opening opening(Assembled assembled) {
        return Openings.of(
                assembled,
                new Openings.Wish(
                        "0.1.0", "somebody", 7, Opening.Selection.ALL, Opening.Limits.USUAL));
    }

    private static Runs runs(Journal journal) {
        return new Runs(
                new Runs.Tools(
                        journal,
                        new Secrets(Map.of()),
                        CLOCK,
                        new RunIds(new SecureRandom()),
                        "0.1.0",
                        "somebody"));
    }

    /// The sandbox of one process, started when the inventory is read.
    private static final class Sites implements AutoCloseable {
        private final Ground ground;
        private final Onlooker onlooker;
        private Optional<Sandbox> sandbox = Optional.empty();

        Sites(Ground ground, Onlooker onlooker) {
            this.ground = ground;
            this.onlooker = onlooker;
        }

        Inventory reached(Inventory inventory) {
            var setup = new Sandbox.Setup(CLOCK, onlooker, PACE, 0);
            try {
                sandbox = Optional.of(Sandbox.open(inventory, ground.sandbox(), setup));
                Inventory reached = sandbox.get().inventory();
                Map<PersonName, Person> people = new HashMap<>(reached.people());
                people.computeIfPresent(LEAD, (_, lead) -> keyed(lead));
                return reached.with(people);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        private Person keyed(Person lead) {
            String line = key(ground.sandbox()).verification().line("lead");
            return new Person(lead.name(), lead.roles(), List.of(line));
        }

        @Override
        public void close() {
            sandbox.ifPresent(Sandbox::close);
        }
    }
}
