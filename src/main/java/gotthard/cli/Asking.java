package gotthard.cli;

import gotthard.graph.StepId;
import gotthard.inventory.Inventory;
import gotthard.inventory.PersonName;
import gotthard.journal.Entry;
import gotthard.journal.Event;
import gotthard.journal.Journal;
import gotthard.journal.Operation;
import gotthard.journal.Request;
import gotthard.journal.RunState;
import gotthard.journal.StepRecord;
import gotthard.run.Route;
import gotthard.run.RunObserver;
import gotthard.run.Running;
import gotthard.run.Start;

import picocli.CommandLine.Model.CommandSpec;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// Asks something of a run and waits for the answer: of the process that has the run, or, where none has it, of the same rules here.
final class Asking {
    private static final String BY = "--by";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long LOOK_MILLIS = 200;

    private final Call call;
    private final Journal journal;
    private final RunState state;
    private boolean isLive;

    Asking(Call call, Journal journal, RunState state) {
        this.call = call;
        this.journal = journal;
        this.state = state;
    }

    static void declare(CommandSpec spec) {
        Options.value(
                spec,
                "PERSON",
                "Who asks, by the name in the inventory; by itself the name of the user.",
                BY);
    }

    /// Who asks.
    static PersonName person(Call call, RunState state) throws Trouble {
        String source = state.opening().inventorySource();
        List<String> known =
                Chosen.inventory(state.opening()).map(Inventory::people).stream()
                        .flatMap(people -> people.keySet().stream())
                        .map(PersonName::value)
                        .sorted()
                        .toList();
        String name = call.text(BY).orElse(System.getProperty("user.name", ""));
        if (known.contains(name)) {
            return new PersonName(name);
        }
        throw Trouble.badUse(
                "the inventory " + source + " has no person \"" + name + "\"",
                "say who asks with --by PERSON; it has " + String.join(", ", known));
    }

    /// Has a request accepted.
    ///
    /// @throws Trouble when it is refused, and why
    void ask(Request request) throws Trouble, InterruptedException {
        long row = journal.ask(state.id(), request);
        Optional<Event> answer = answer(request, entry -> answers(entry, row));
        if (answer.isEmpty()) {
            throw new Trouble(
                    Exit.WAITING,
                    "the process that has the run " + state.id() + " has not answered yet",
                    "the request stands; gotthard status "
                            + state.id()
                            + " shows what comes of it");
        }
        if (answer.get() instanceof Event.RequestRefused(_, _, var why)) {
            throw Trouble.said(Exit.FAILED, why);
        }
    }

    private static Optional<Event> answers(Entry entry, long row) {
        boolean accepted =
                entry.event() instanceof Event.RequestAccepted(var item, _) && item == row;
        boolean refused =
                entry.event() instanceof Event.RequestRefused(var item, _, _) && item == row;
        boolean isAnswer = accepted || refused;
        return isAnswer ? Optional.of(entry.event()) : Optional.empty();
    }

    /// The first entry since the request that says what is looked for.
    Optional<Event> answer(Request request, Function<Entry, Optional<Event>> wanted)
            throws Trouble, InterruptedException {
        Instant until = call.surroundings().clock().instant().plus(PATIENCE);
        while (true) {
            Optional<Event> found = found(wanted);
            if (found.isPresent() || call.surroundings().clock().instant().isAfter(until)) {
                return found;
            }
            if (journal.holder(state.id()).isEmpty()) {
                attend(request);
            } else {
                isLive = true;
                Thread.sleep(LOOK_MILLIS);
            }
        }
    }

    private Optional<Event> found(Function<Entry, Optional<Event>> wanted) {
        return journal.entries(state.id(), state.last()).stream()
                .map(wanted)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /// Lets the run's own rules hear what is asked, here. Only a claim opens sites.
    private void attend(Request request) throws Trouble, InterruptedException {
        if (request instanceof Operation.Resolve) {
            try (Reach reach = Reach.of(call)) {
                attend(Route.of(Chosen.recorded(state, reach)));
            }
        } else {
            attend(Route.of(Chosen.recorded(state, UnaryOperator.identity())));
        }
    }

    private void attend(Route route) throws InterruptedException {
        if (Journals.runs(call, journal).attend(state.id(), route)
                instanceof Start.Ready(Running running)) {
            try (running) {
                running.go(gotthard.run.Options.USUAL, RunObserver.NONE);
            }
        }
    }

    /// Says that it is so.
    void tell(Optional<StepId> step, String what) {
        call.console().say(Reports.good(call.console(), what));
        JsonLine line = JsonLine.of("operation").put("run", state.id().value());
        step.ifPresent(id -> line.put("step", id.value()));
        call.console().json(line.put("live", isLive).put("says", what));
    }

    /// What the run leaves at its sites.
    void left() {
        RunState now = journal.state(state.id()).orElse(state);
        List<String> touched =
                now.opening().steps().stream()
                        .map(step -> now.step(step.id()))
                        .filter(StepRecord::touched)
                        .map(record -> record.id().value())
                        .toList();
        call.console()
                .say(
                        touched.isEmpty()
                                ? "  it has changed nothing that stands"
                                : "  it leaves at the sites what these steps did: "
                                        + StepWords.gathered(touched));
        call.console()
                .json(JsonLine.of("left").put("run", state.id().value()).put("steps", touched));
    }

    /// What to do now.
    String next() {
        return isLive
                ? "the process that has the run goes on; gotthard status "
                        + state.id()
                        + " shows it"
                : "gotthard apply " + state.opening().planSource() + " goes on with the run";
    }
}
