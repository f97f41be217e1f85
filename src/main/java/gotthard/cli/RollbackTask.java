package gotthard.cli;

import gotthard.graph.StepId;
import gotthard.journal.Ending;
import gotthard.journal.Journal;
import gotthard.journal.RunState;
import gotthard.run.Route;
import gotthard.run.Runs;
import gotthard.run.Start;

import picocli.CommandLine.Model.CommandSpec;

import java.util.Optional;

/// `gotthard rollback`.
final class RollbackTask implements Task {
    private static final String STEP = "--step";

    @Override
    public void declare(CommandSpec spec) {
        Options.about(
                spec,
                "Undoes what a run changed, in the opposite order, and verifies that it is undone. What the run found as"
                        + " it wanted, and what others have changed since, is left alone.",
                "gotthard rollback",
                "gotthard rollback europe-files-k3x9q --step files[zurich-1]");
        Options.words(spec, "0..1", "RUN", "The run or its plan; without one, the latest run.");
        Options.value(
                spec, "STEP", "Undo this step, with all that depends on it, and no more.", STEP);
        Options.state(spec);
    }

    @Override
    public Exit run(Call call) throws Trouble, InterruptedException {
        try (Reach reach = Reach.of(call)) {
            return Journals.read(call, journal -> undo(call, reach, journal));
        }
    }

    private static Exit undo(Call call, Reach reach, Journal journal)
            throws Trouble, InterruptedException {
        RunState state = Chosen.run(journal, call.words().stream().findFirst());
        Optional<String> named = call.text(STEP);
        Optional<StepId> step =
                named.isEmpty() ? Optional.empty() : Optional.of(Chosen.step(state, named.get()));
        Route route = Route.of(Chosen.recorded(state, reach));
        Runs runs = Journals.runs(call, journal);
        Start start =
                step.isPresent()
                        ? runs.rollback(state.id(), route, step.get())
                        : runs.rollback(state.id(), route, "asked by " + Journals.person(call));
        Exit exit =
                new Conduct(call, journal, Ending.ROLLED_BACK)
                        .of(start, gotthard.run.Options.USUAL);
        return step.isPresent() && exit == Exit.WAITING ? Exit.DONE : exit;
    }
}
