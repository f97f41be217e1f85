package gotthard.run.simulation;

import gotthard.graph.Step;
import gotthard.graph.StepId;
import gotthard.inventory.PersonName;
import gotthard.journal.Journal;
import gotthard.journal.Operation;
import gotthard.journal.Operations;
import gotthard.journal.RunId;
import gotthard.journal.RunState;
import gotthard.journal.StepState;

import java.util.List;
import java.util.Optional;
import java.util.Random;

/// People who pause, retry, skip, mend and claim as the seed has it; what they claim is true or not.
record Operators(Scenario scenario, RunId run, Random random) {
    /// Asks one thing of the run.
    void act(Journal journal) {
        journal.ask(run, operation(step(journal)));
    }

    private Operation operation(StepId step) {
        PersonName by = person();
        return switch (random.nextInt(16)) {
            case 0, 1 -> new Operation.Pause(by, Optional.empty(), "a storm");
            case 2, 3 -> new Operation.Pause(by, Optional.of(step), "a storm");
            case 4 -> new Operation.Resume(by, Optional.empty());
            case 5 -> new Operation.Resume(by, Optional.of(step));
            case 6, 7, 8 -> new Operation.Retry(by, step);
            case 9, 10 -> new Operation.Skip(by, step, "not needed");
            case 11 -> claim(by, step, Operation.Claim.ABSENT);
            case 12 ->
                    random.nextInt(4) == 0
                            ? new Operation.Cancel(by, "moved to spring")
                            : new Operation.RollbackStep(by, step, "a change of mind");
            default -> {
                if (random.nextInt(3) > 0 && !isOpening(step)) {
                    scenario.site().mend(step);
                }
                yield claim(by, step, Operation.Claim.APPLIED);
            }
        };
    }

    /// Nobody opens a writer by hand: the engine could not know.
    private boolean isOpening(StepId step) {
        return scenario.writers().filter(two -> two.opening().equals(step)).isPresent();
    }

    private static Operation claim(PersonName by, StepId step, Operation.Claim claim) {
        return new Operation.Resolve(
                by, step, claim, "by hand", Optional.empty(), Optional.empty());
    }

    /// Lifts whatever pauses there are.
    void resume(Journal journal, Operations operations) {
        operations
                .paused()
                .ifPresent(_ -> journal.ask(run, new Operation.Resume(person(), Optional.empty())));
        operations
                .pausedSteps()
                .keySet()
                .forEach(
                        step ->
                                journal.ask(
                                        run, new Operation.Resume(person(), Optional.of(step))));
    }

    /// Often one that went wrong.
    private StepId step(Journal journal) {
        List<StepId> all = scenario.graph().steps().stream().map(Step::id).toList();
        RunState state = journal.state(run).orElseThrow();
        List<StepId> wrong =
                all.stream()
                        .filter(
                                id ->
                                        state.step(id).state() instanceof StepState.Failed
                                                || state.step(id).state() instanceof StepState.Held)
                        .toList();
        List<StepId> chosen = wrong.isEmpty() || random.nextInt(3) == 0 ? all : wrong;
        return chosen.get(random.nextInt(chosen.size()));
    }

    private PersonName person() {
        List<String> people = List.of("lead-1", "lead-2", "supervisor-1");
        return new PersonName(people.get(random.nextInt(people.size())));
    }
}
