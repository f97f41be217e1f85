package gotthard.cli;

import gotthard.graph.StepId;
import gotthard.inventory.PersonName;
import gotthard.journal.Journal;
import gotthard.journal.RunState;

import picocli.CommandLine.Model.CommandSpec;

import java.util.List;
import java.util.Optional;

/// `gotthard pause`, `resume`, `retry`, `skip` and `cancel`.
final class OperatorTask implements Task {
    private static final String REASON = "--reason";

    private final OperatorVerb verb;

    OperatorTask(OperatorVerb verb) {
        this.verb = verb;
    }

    @Override
    public void declare(CommandSpec spec) {
        Options.about(spec, verb.about(), verb.examples().toArray(String[]::new));
        switch (verb.steps()) {
            case NONE -> Options.words(spec, "1", "RUN", "The run or its plan.");
            case MAYBE ->
                    Options.words(spec, "1..2", "RUN [STEP]", "The run or its plan, and its step.");
            case ONE -> Options.words(spec, "2", "RUN STEP", "The run or its plan, and its step.");
        }
        Asking.declare(spec);
        Options.value(spec, "TEXT", "Why, for status and reports.", REASON);
        Options.state(spec);
    }

    @Override
    public Exit run(Call call) throws Trouble, InterruptedException {
        return Journals.read(call, journal -> ask(call, journal));
    }

    private Exit ask(Call call, Journal journal) throws Trouble, InterruptedException {
        List<String> words = call.words();
        RunState state = Chosen.run(journal, Optional.of(words.getFirst()));
        Optional<StepId> step =
                words.size() > 1 ? Optional.of(Chosen.step(state, words.get(1))) : Optional.empty();
        PersonName by = Asking.person(call, state);
        String why = call.text(REASON).orElse("");
        var asking = new Asking(call, journal, state);
        asking.ask(verb.operation(by, step, why));
        String what = step.map(id -> id + " of " + state.id()).orElse(state.id().value());
        asking.tell(step, what + ": " + verb.done() + ", by " + by);
        if (verb == OperatorVerb.CANCEL) {
            asking.left();
        }
        call.console().say("  → " + next(asking, state));
        return Exit.DONE;
    }

    private String next(Asking asking, RunState state) {
        return switch (verb) {
            case PAUSE -> "gotthard resume " + state.id() + " lets it go on";
            case CANCEL -> "gotthard rollback " + state.id() + " undoes what it did";
            case RESUME, RETRY, SKIP -> asking.next();
        };
    }
}
