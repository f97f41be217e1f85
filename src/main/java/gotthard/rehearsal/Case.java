package gotthard.rehearsal;

import gotthard.graph.StepId;
import gotthard.journal.Ending;
import gotthard.journal.RunId;
import gotthard.journal.RunState;
import gotthard.proof.Reenactment;
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

/// One mishap, on a ground of its own.
final class Case {
    private final Troupe troupe;
    private final Prepared prepared;
    private final Mishap mishap;
    private final Shifted clock;
    private Optional<Map<Spot, Level>> seen = Optional.empty();

    Case(Troupe troupe, Prepared prepared, Mishap mishap) {
        this.troupe = troupe;
        this.prepared = prepared;
        this.mishap = mishap;
        clock = new Shifted(troupe.clock());
    }

    /// Lets it happen, and goes each way from there.
    ///
    /// @param folder where its grounds are made; left there where something differs
    List<Tried> tried(Path folder) throws IOException, InterruptedException {
        Moments moments = prepared.moments(mishap.direction());
        StepId step = mishap.step().id();
        int acts = moments.acts().getOrDefault(step, 0);
        if (mishap.fault().isInTheMiddle() && acts < 2) {
            return mishap.ways().stream()
                    .map(way -> tried(way, new Tried.Outcome.Impossible("it is one single act")))
                    .toList();
        }
        Ground before = Objects.requireNonNull(moments.grounds().get(step));
        return happen(before.copy(folder.resolve("fault")), mishap.plot(acts), folder);
    }

    private Tried tried(Way way, Tried.Outcome outcome) {
        return new Tried(
                prepared.plan().plan().name(),
                mishap.direction(),
                mishap.step().id(),
                mishap.fault(),
                way,
                seen.orElse(Map.of()),
                outcome);
    }

    private List<Tried> happen(Ground ground, Plot plot, Path folder)
            throws IOException, InterruptedException {
        RunState run = Coordinator.latest(troupe, ground);
        List<Reenactment> said =
                prepared.word()
                        .at(mishap.direction(), done(run), mishap.step().id(), mishap.fault());
        var fate = new Fate(plot, clock, () -> look(ground));
        Optional<Ending> ending =
                new Coordinator(troupe, prepared.plan(), ground, fate, clock).resume(run.id());
        if (seen.isEmpty()) {
            look(ground);
        }
        List<Difference> atOnce = atTheFault(fate, said);
        var tried = new ArrayList<Tried>();
        for (Way way : mishap.ways()) {
            Ground own = ground.copy(folder.resolve(way.word()));
            var differences = new ArrayList<>(atOnce);
            differences.addAll(gone(way, new Reached(own, run.id(), ending, said)));
            tried.add(tried(way, outcome(differences, own)));
        }
        ground.delete();
        if (tried.stream().allMatch(one -> one.outcome() instanceof Tried.Outcome.Held)) {
            new Ground(folder).delete();
        }
        return tried;
    }

    private static Tried.Outcome outcome(List<Difference> differences, Ground ground)
            throws IOException {
        if (differences.isEmpty()) {
            ground.delete();
            return new Tried.Outcome.Held();
        }
        return new Tried.Outcome.Differed(differences, ground.folder().toString());
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

    /// The steps of which something is done: forward those that count as done, on the way back those that are not undone.
    private Set<StepId> done(RunState run) {
        var done = new HashSet<StepId>();
        for (StepId id : prepared.word().steps()) {
            boolean isDone =
                    switch (mishap.direction()) {
                        case FORWARD -> run.step(id).isSettled();
                        case BACK -> run.step(id).touched();
                    };
            if (isDone) {
                done.add(id);
            }
        }
        return done;
    }

    private List<Difference> atTheFault(Fate fate, List<Reenactment> said) {
        var when = Difference.Moment.AT_THE_FAULT;
        var differences = new ArrayList<Difference>();
        if (!fate.hasHappened()) {
            differences.add(new Difference(when, "the fault", "nothing of it", "it was to happen"));
        }
        if (said.isEmpty()) {
            differences.add(
                    new Difference(
                            when, "the model", "no way there", "the sandbox has come there"));
        } else {
            differences.addAll(
                    new Comparison(when).cells(Word.situations(said), seen.orElseThrow()));
        }
        return differences;
    }

    /// Where a fault has led.
    ///
    /// @param ending how its coordinator ended; nothing where it died
    /// @param said how the cells may stand, as the model says
    private record Reached(
            Ground ground, RunId run, Optional<Ending> ending, List<Reenactment> said) {}

    private List<Difference> gone(Way way, Reached from) throws IOException, InterruptedException {
        return switch (way) {
            case RESUME -> resumed(from);
            case ROLLBACK -> rolledBack(from);
        };
    }

    private Coordinator spared(Ground ground) {
        var fate = new Fate(new Plot.Spared(), clock, () -> {});
        return new Coordinator(troupe, prepared.plan(), ground, fate, clock);
    }

    private List<Difference> resumed(Reached from) throws IOException, InterruptedException {
        boolean isOver = from.ending().equals(Optional.of(Ending.DONE));
        Optional<Ending> ending = isOver ? from.ending() : spared(from.ground()).resume(from.run());
        var said = from.said().stream().map(prepared.word()::resumed).toList();
        var differences = new ArrayList<Difference>();
        if (said.stream().anyMatch(Optional::isEmpty)) {
            differences.add(
                    new Difference(
                            Difference.Moment.AT_THE_END,
                            "the model",
                            "no way there",
                            "the sandbox has come there"));
        }
        End end = new End(prepared, view(from.ground()));
        differences.addAll(End.of(ending, Ending.DONE));
        differences.addAll(end.cells(said.stream().flatMap(Optional::stream).toList()));
        differences.addAll(end.asUndisturbed());
        return differences;
    }

    private List<Difference> rolledBack(Reached from) throws IOException, InterruptedException {
        Optional<Ending> ending =
                mishap.goesBackByItself()
                        ? from.ending()
                        : spared(from.ground()).rollback(from.run());
        var said = from.said().stream().map(prepared.word()::rolledBack).toList();
        End end = new End(prepared, view(from.ground()));
        var differences = new ArrayList<>(End.of(ending, Ending.ROLLED_BACK));
        differences.addAll(end.cells(said.stream().map(Word.Undone::situation).toList()));
        if (said.stream().allMatch(Word.Undone::isAll)) {
            differences.addAll(end.asBefore());
        }
        return differences;
    }
}
