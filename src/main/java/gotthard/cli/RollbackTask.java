package gotthard.cli;

import gotthard.graph.StepId;
import gotthard.inventory.PersonName;
import gotthard.journal.Ending;
import gotthard.journal.Journal;
import gotthard.journal.Operation;
import gotthard.journal.Request;
import gotthard.journal.RunState;
import gotthard.run.Route;
import gotthard.run.Runs;
import gotthard.run.Start;

import picocli.CommandLine.Model.CommandSpec;

import java.util.Optional;

/// `gotthard rollback`.
final class RollbackTask implements Task {
    private static final String STEP = "--step";
    private static final String REASON = "--reason";

    @Override
    public void declare(CommandSpec spec) {
        Options.about(
                spec,
                "Undoes what a run changed, in the opposite order, and verifies that it is undone. What the run found as"
                        + " it wanted, and what others have changed since, is left alone.",
                "gotthard rollback",
                "gotthard rollback europe-files-k3x9q --step files[zurich-1]");
        Options.run(spec);
        Options.value(
                spec, "STEP", "Undo this step, with all that depends on it, and no more.", STEP);
        Asking.declare(spec);
        Options.value(spec, "TEXT", "Why, for status and reports.", REASON);
        Options.state(spec);
    }

    @Override
    public Exit run(Call call) throws Trouble, InterruptedException {
        return Journals.read(
                call,
                journal -> {
                    RunState state = Chosen.run(call, journal);
                    Optional<String> named = call.text(STEP);
                    Optional<StepId> step =
                            named.isEmpty()
                                    ? Optional.empty()
                                    : Optional.of(Chosen.step(state, named.get()));
                    return journal.holder(state.id()).isPresent()
                            ? ask(call, journal, state, step)
                            : undo(call, journal, state, step);
                });
    }

    /// Asks the process that has the run, and watches it.
    private static Exit ask(Call call, Journal journal, RunState state, Optional<StepId> step)
            throws Trouble, InterruptedException {
        PersonName by = Asking.person(call, state);
        String why = call.text(REASON).orElse("");
        new Asking(call, journal, state)
                .ask(
                        step.isPresent()
                                ? new Operation.RollbackStep(by, step.get(), why)
                                : new Request.Rollback(by, why));
        RunState now = journal.state(state.id()).orElse(state);
        return new Attached(call, journal, now, false)
                .watch(step.isPresent() ? Ending.DONE : Ending.ROLLED_BACK);
    }

    private static Exit undo(Call call, Journal journal, RunState state, Optional<StepId> step)
            throws Trouble, InterruptedException {
        try (Reach reach = Reach.of(call)) {
            Route route = Route.of(Chosen.recorded(state, reach));
            Runs runs = Journals.runs(call, journal);
            Start start =
                    step.isPresent()
                            ? runs.rollback(state.id(), route, step.get())
                            : runs.rollback(state.id(), route, why(call));
            Exit exit =
                    new Conduct(call, journal, Ending.ROLLED_BACK)
                            .of(start, gotthard.run.Options.USUAL);
            return step.isPresent() && exit == Exit.WAITING ? Exit.DONE : exit;
        }
    }

    private static String why(Call call) {
        String reason = call.text(REASON).map(it -> ": " + it).orElse("");
        return "asked by " + Journals.person(call) + reason;
    }
}
