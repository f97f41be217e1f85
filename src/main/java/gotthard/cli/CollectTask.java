package gotthard.cli;

import gotthard.action.Failure;
import gotthard.action.Outcome;
import gotthard.graph.StepId;
import gotthard.journal.Journal;
import gotthard.journal.RunState;
import gotthard.run.Collection;
import gotthard.run.Route;

import picocli.CommandLine.Model.CommandSpec;

import java.util.Map;
import java.util.Optional;

/// `gotthard collect`.
final class CollectTask implements Task {
    @Override
    public void declare(CommandSpec spec) {
        Options.about(
                spec,
                "Removes what a run that is over keeps at its sites for its way back: lists of the files that it brought,"
                        + " marks on hosts. What it made stays. From then on the run can't be rolled back.",
                "gotthard collect europe-files-k3x9q");
        Options.words(spec, "1", "RUN", "The run or its plan.");
        Options.state(spec);
    }

    @Override
    public Exit run(Call call) throws Trouble, InterruptedException {
        try (Reach reach = Reach.of(call)) {
            return Journals.read(call, journal -> collect(call, reach, journal));
        }
    }

    private static Exit collect(Call call, Reach reach, Journal journal)
            throws Trouble, InterruptedException {
        RunState state = Chosen.run(call, journal);
        Route route = Route.of(Chosen.recorded(state, reach));
        try (var display = Display.quiet(call)) {
            Collection.Result result =
                    Conduct.made(
                            Journals.runs(call, journal)
                                    .collect(state.id(), route, display, Journals.person(call)));
            return switch (result) {
                case Collection.Result.Made made -> told(call.console(), state, made);
                case Collection.Result.Stopped _ -> Exit.WAITING;
                case Collection.Result.Overtaken _ -> Exit.UNKNOWN;
            };
        }
    }

    private static Exit told(Console console, RunState state, Collection.Result.Made made) {
        boolean isAllGone = true;
        for (Map.Entry<StepId, Outcome> entry : made.outcomes().entrySet()) {
            StepId step = entry.getKey();
            Optional<Failure> failure = made.failure(step);
            String says =
                    failure.map(Failure::toString)
                            .orElseGet(
                                    () ->
                                            entry.getValue()
                                                            instanceof Outcome.Changed(var evidence)
                                                    ? evidence.statement()
                                                    : "keeps nothing");
            console.say(
                    failure.isPresent()
                            ? Reports.bad(console, step + ": " + says)
                            : Reports.good(console, step + ": " + says));
            console.json(
                    JsonLine.of("collected")
                            .put("run", state.id().value())
                            .put("step", step.value())
                            .put("done", failure.isEmpty())
                            .put("says", says));
            isAllGone &= failure.isEmpty();
        }
        if (made.outcomes().isEmpty()) {
            console.say("the run " + state.id() + " keeps nothing at its sites");
        }
        console.say(
                isAllGone
                        ? "  → there is no way back from the run " + state.id() + " any more"
                        : "  → mend it, then gotthard collect " + state.id() + " again");
        return isAllGone ? Exit.DONE : Exit.FAILED;
    }
}
