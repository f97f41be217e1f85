package gotthard.rehearsal;

import gotthard.graph.Step;
import gotthard.graph.StepId;
import gotthard.journal.Ending;
import gotthard.journal.RunId;
import gotthard.journal.RunState;
import gotthard.plan.OnFailure;
import gotthard.proof.Reenactment;
import gotthard.proof.Situation;
import gotthard.world.Level;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// One fault at one step, and the way from there, on a ground of its own.
final class Case {
    private static final int MOST_GATES = 20;

    private final Troupe troupe;
    private final Prepared prepared;
    private final Step step;
    private final Fault fault;
    private final Way way;
    private final List<Difference> differences = new ArrayList<>();
    private Optional<Map<Spot, Level>> seen = Optional.empty();

    Case(Troupe troupe, Prepared prepared, Step step, Fault fault, Way way) {
        this.troupe = troupe;
        this.prepared = prepared;
        this.step = step;
        this.fault = fault;
        this.way = way;
    }

    /// All that a step can meet.
    static List<Case> of(Troupe troupe, Prepared prepared, Step step, Set<Fault> faults) {
        var cases = new ArrayList<Case>();
        for (Fault fault : Fault.all()) {
            for (Way way : Way.values()) {
                boolean isTurned = fault.isForGood() && step.onFailure() == OnFailure.ROLLBACK;
                if (faults.contains(fault) && !(isTurned && way == Way.RESUME)) {
                    cases.add(new Case(troupe, prepared, step, fault, way));
                }
            }
        }
        return cases;
    }

    /// Lets it happen.
    ///
    /// @param folder where its ground is made; left there where something differs
    Tried tried(Path folder) throws IOException, InterruptedException {
        int acts = prepared.acts().getOrDefault(step.id(), 0);
        if (fault.isInTheMiddle() && acts < 2) {
            return tried(new Tried.Outcome.Impossible("it is one single act"));
        }
        Ground ground = Objects.requireNonNull(prepared.moments().get(step.id())).copy(folder);
        carryOut(ground, new Plot.At(step.id(), fault, way, acts / 2, step.deadline()));
        if (differences.isEmpty()) {
            ground.delete();
            return tried(new Tried.Outcome.Held());
        }
        return tried(new Tried.Outcome.Differed(differences, folder.toString()));
    }

    private Tried tried(Tried.Outcome outcome) {
        return new Tried(
                prepared.plan().plan().name(),
                step.id(),
                fault,
                way,
                seen.orElse(Map.of()),
                outcome);
    }

    private void carryOut(Ground ground, Plot plot) throws IOException, InterruptedException {
        RunState before = Coordinator.latest(troupe, ground);
        List<Reenactment> said = prepared.word().at(done(before), step.id(), fault);
        var clock = new Shifted(troupe.clock());
        var fate = new Fate(plot, clock, () -> look(ground));
        Optional<Ending> ending = coordinator(ground, fate, clock).resume(before.id());
        if (seen.isEmpty()) {
            look(ground);
        }
        if (!fate.hasHappened()) {
            differ(Difference.Moment.AT_THE_FAULT, "the fault", "it", "nothing of it");
        }
        compareCells(said);
        switch (way) {
            case RESUME -> resume(ground, clock, before.id(), ending, said);
            case ROLLBACK -> rollback(ground, clock, before.id(), ending, said);
        }
    }

    private void look(Ground ground) {
        try {
            seen = Optional.of(prepared.eyes().look(prepared.spots(), view(ground)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Stage.View view(Ground ground) {
        return troupe.stage().view(ground.sites());
    }

    private Coordinator coordinator(Ground ground, Fate fate, Shifted clock) {
        return new Coordinator(troupe, prepared.plan(), ground, fate, clock);
    }

    private Coordinator spared(Ground ground, Shifted clock) {
        return coordinator(ground, new Fate(new Plot.Spared(), clock, () -> {}), clock);
    }

    private Set<StepId> done(RunState run) {
        var done = new HashSet<StepId>();
        for (StepId id : prepared.word().steps()) {
            if (run.step(id).isSettled()) {
                done.add(id);
            }
        }
        return done;
    }

    private void compareCells(List<Reenactment> said) {
        if (said.isEmpty()) {
            differ(Difference.Moment.AT_THE_FAULT, "the model", "a state", "no way to one");
            return;
        }
        differences.addAll(
                new Comparison(Difference.Moment.AT_THE_FAULT)
                        .cells(Word.situations(said), seen.orElseThrow()));
    }

    private void resume(
            Ground ground, Shifted clock, RunId run, Optional<Ending> first, List<Reenactment> said)
            throws IOException, InterruptedException {
        Optional<Ending> ending = first;
        if (ending.isEmpty() || ending.equals(Optional.of(Ending.FAILED))) {
            ending = spared(ground, clock).resume(run);
        }
        for (int gate = 0;
                gate < MOST_GATES
                        && ending.equals(Optional.of(Ending.WAITING))
                        && Coordinator.approve(troupe, ground);
                gate++) {
            ending = spared(ground, clock).resume(run);
        }
        List<Situation> ends = new ArrayList<>();
        for (Reenactment one : said) {
            prepared.word()
                    .resumed(one)
                    .ifPresentOrElse(
                            ends::add,
                            () ->
                                    differ(
                                            Difference.Moment.AT_THE_END,
                                            "the model",
                                            "a way to the end",
                                            "none"));
        }
        compareEnd(ground, ending, Ending.DONE, ends);
        differences.addAll(
                new Comparison(Difference.Moment.AT_THE_END)
                        .things(
                                prepared.end(),
                                view(ground).all(prepared.alike()),
                                "after a run that nothing disturbed"));
    }

    private void rollback(
            Ground ground, Shifted clock, RunId run, Optional<Ending> first, List<Reenactment> said)
            throws IOException, InterruptedException {
        boolean goesBackByItself = fault.isForGood() && step.onFailure() == OnFailure.ROLLBACK;
        Optional<Ending> ending = goesBackByItself ? first : spared(ground, clock).rollback(run);
        List<Situation> ends = new ArrayList<>();
        boolean isAll = true;
        for (Reenactment one : said) {
            Word.Undone undone = prepared.word().rolledBack(one);
            ends.add(undone.situation());
            isAll &= undone.isAll();
        }
        compareEnd(ground, ending, Ending.ROLLED_BACK, ends);
        if (isAll) {
            differences.addAll(
                    new Comparison(Difference.Moment.AT_THE_END)
                            .things(
                                    prepared.before(),
                                    view(ground).all(prepared.alike()),
                                    "before the plan"));
        }
    }

    private void compareEnd(
            Ground ground, Optional<Ending> ending, Ending wanted, List<Situation> said)
            throws IOException {
        if (!ending.equals(Optional.of(wanted))) {
            differ(
                    Difference.Moment.AT_THE_END,
                    "the run",
                    wanted.toString(),
                    ending.map(Object::toString).orElse("a dead coordinator"));
        }
        if (!said.isEmpty()) {
            differences.addAll(
                    new Comparison(Difference.Moment.AT_THE_END)
                            .cells(said, prepared.eyes().look(prepared.spots(), view(ground))));
        }
    }

    private void differ(Difference.Moment when, String what, String said, String shown) {
        differences.add(new Difference(when, what, said, shown));
    }
}
