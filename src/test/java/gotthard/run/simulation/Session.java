package gotthard.run.simulation;

import gotthard.action.Before;
import gotthard.action.Difference;
import gotthard.action.Evidence;
import gotthard.action.Verdict;
import gotthard.graph.StepId;
import gotthard.journal.MemoryJournal;
import gotthard.journal.StepRecord;
import gotthard.run.Order;
import gotthard.run.Signal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One process's part in a run: when it dies, when it is overtaken, and which bug is planted in it.
final class Session {
    private final Scenario scenario;
    private final MemoryJournal journal;
    private final Faults faults;
    private final Mutant mutant;
    private final boolean resumed;
    private final int dies;
    private final Set<StepId> ordered = new HashSet<>();
    private final Map<StepId, Before> recaptured = new HashMap<>();
    private int boundaries;

    /// @param dies at which boundary; 0 for never
    Session(
            Scenario scenario,
            MemoryJournal journal,
            Faults faults,
            Mutant mutant,
            boolean resumed,
            int dies) {
        this.scenario = scenario;
        this.journal = journal;
        this.faults = faults;
        this.mutant = mutant;
        this.resumed = resumed;
        this.dies = dies;
    }

    MemoryJournal journal() {
        return journal;
    }

    Faults faults() {
        return faults;
    }

    Mutant mutant() {
        return mutant;
    }

    /// A place where the process may die.
    void boundary() {
        boundaries++;
        if (boundaries == dies) {
            throw new Crash();
        }
    }

    /// What a buggy engine takes for granted instead of asking.
    Optional<Signal> believed(Order.Job job) {
        boolean first = ordered.add(job.step());
        if (mutant == Mutant.BELIEVE_WITHOUT_CHECK && job instanceof Order.Check) {
            return Optional.of(
                    new Signal.Checked(job.step(), new Verdict.Holds(Evidence.of(1, "surely"))));
        }
        if (mutant == Mutant.BELIEVE_CLAIMS && isClaimed(job.step())) {
            var holds = new Verdict.Holds(Evidence.of(1, "they say so"));
            if (job instanceof Order.Check) {
                return Optional.of(new Signal.Checked(job.step(), holds));
            }
            return Optional.of(new Signal.RestoredChecked(job.step(), holds));
        }
        if (mutant == Mutant.NO_LOOK_AFTER_CRASH
                && resumed
                && first
                && job instanceof Order.Check) {
            return Optional.of(
                    new Signal.Checked(
                            job.step(), Verdict.differs(Difference.missing("it", "done"))));
        }
        if (mutant == Mutant.RESTORED_WITHOUT_CHECK && job instanceof Order.CheckRestored) {
            return Optional.of(
                    new Signal.RestoredChecked(
                            job.step(), new Verdict.Holds(Evidence.of(1, "surely"))));
        }
        if (mutant == Mutant.RECAPTURE_ON_RESUME && resumed && first) {
            recaptured.put(job.step(), scenario.site().capture(job.step()));
        }
        return Optional.empty();
    }

    private StepRecord durable(StepId step) {
        return journal.state(journal.runs().getFirst()).orElseThrow().step(step);
    }

    private boolean isClaimed(StepId step) {
        return journal.state(journal.runs().getFirst())
                .orElseThrow()
                .operations()
                .claims()
                .containsKey(step);
    }

    /// The order as a buggy engine gives it.
    Order.Job bent(Order.Job job) {
        if (mutant == Mutant.RETRY_WITH_NEW_KEY
                && job
                        instanceof
                        Order.Apply(var step, var generation, var until, var before, var from)) {
            int attempts = durable(step).attempts();
            return new Order.Apply(step, generation + attempts - 1, until, before, from);
        }
        if (mutant == Mutant.TAKES_BACK_BEFORE_A_RETRY
                && job
                        instanceof
                        Order.Apply(var step, var generation, var until, var before, var from)
                && durable(step).attempts() > 1) {
            return new Order.Undo(step, generation, until, before, from);
        }
        if (mutant == Mutant.RECAPTURE_ON_RESUME
                && job
                        instanceof
                        Order.Undo(var step, var generation, var until, var before, var from)) {
            return new Order.Undo(
                    step, generation, until, recaptured.getOrDefault(step, before), from);
        }
        return job;
    }

    /// What a buggy engine makes of a look.
    Verdict bent(Verdict verdict) {
        if (mutant == Mutant.FOREIGN_IS_OURS
                && verdict instanceof Verdict.Differs(var differences)) {
            List<Difference> ours =
                    differences.stream()
                            .map(
                                    it ->
                                            new Difference(
                                                    it.thing(),
                                                    it.wanted(),
                                                    it.found(),
                                                    Difference.Owner.OURS_OR_ABSENT))
                            .toList();
            return new Verdict.Differs(ours);
        }
        return verdict;
    }
}
