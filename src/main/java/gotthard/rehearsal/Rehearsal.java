package gotthard.rehearsal;

import gotthard.graph.Assembled;
import gotthard.graph.StepId;
import gotthard.proof.Modelling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/// Rehearses plans, one after the other: each is carried out undisturbed, then every fault happens at every step that changes something,
/// one at a time, each on a ground of its own.
public final class Rehearsal {
    private final Troupe troupe;
    private final Settings settings;
    private final Listener listener;
    private final AtomicInteger cases = new AtomicInteger();

    public Rehearsal(Troupe troupe, Settings settings, Listener listener) {
        this.troupe = troupe;
        this.settings = settings;
        this.listener = listener;
    }

    /// What is rehearsed, and how.
    ///
    /// @param folder for all grounds; those where all held are removed
    /// @param jobs how many faults happen at the same time
    /// @param steps which steps meet faults
    /// @param asOf the day of which the model speaks
    public record Settings(
            Path folder, int jobs, Predicate<StepId> steps, List<Fault> faults, LocalDate asOf) {
        public Settings {
            faults = List.copyOf(faults);
        }
    }

    /// Hears how far a rehearsal is. From several threads.
    public interface Listener {
        /// A plan was carried out undisturbed, and so many faults are to come.
        void prepared(Assembled plan, int faults);

        void tried(Tried tried);
    }

    /// Rehearses plans in their order, up to one that does not come to its end undisturbed.
    ///
    /// @param plans each after those that it comes after
    public List<Rehearsed> of(List<Assembled> plans) throws IOException, InterruptedException {
        Files.createDirectories(settings.folder());
        var all = new ArrayList<Rehearsed>();
        var ground = new Ground(Files.createDirectories(settings.folder().resolve("ground")));
        if (!plans.isEmpty()) {
            layOut(plans.getFirst(), ground);
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, settings.jobs()))) {
            for (Assembled plan : plans) {
                Path folder =
                        Files.createDirectories(
                                settings.folder().resolve(plan.plan().name().value()));
                var model = Modelling.of(List.of(plan), settings.asOf());
                switch (new Preparation(troupe, plan, model, folder).from(ground)) {
                    case Preparation.Result.Broken(var why) -> {
                        all.add(Rehearsed.broken(plan.plan().name(), why));
                        return all;
                    }
                    case Preparation.Result.Ready(var prepared) -> {
                        all.add(rehearsed(prepared, folder, threads));
                        ground = prepared.ground();
                    }
                }
            }
        }
        if (all.stream().allMatch(Rehearsed::holds)) {
            new Ground(settings.folder()).delete();
        }
        return all;
    }

    /// Whatever the sites make at their first start is there before the first plan.
    private void layOut(Assembled plan, Ground ground) throws IOException {
        troupe.stage().start(plan.inventory(), ground.sites(), () -> {}).close();
    }

    private Rehearsed rehearsed(Prepared prepared, Path folder, ExecutorService threads)
            throws InterruptedException {
        List<Callable<List<Tried>>> calls = new ArrayList<>();
        int faults = 0;
        for (Direction direction : Direction.values()) {
            for (StepId id : steps(prepared, direction)) {
                var step = prepared.plan().graph().step(id).orElseThrow();
                for (Mishap mishap : Mishap.of(direction, step, settings.faults())) {
                    calls.add(() -> tried(new Case(troupe, prepared, mishap), folder));
                    faults += mishap.ways().size();
                }
            }
        }
        listener.prepared(prepared.plan(), faults);
        List<Tried> tried = new ArrayList<>();
        for (Future<List<Tried>> future : threads.invokeAll(calls)) {
            tried.addAll(result(future));
        }
        return new Rehearsed(
                prepared.plan().plan().name(),
                steps(prepared, Direction.FORWARD),
                tried,
                prepared.eyes().unseen(),
                Optional.empty());
    }

    private List<StepId> steps(Prepared prepared, Direction direction) {
        return prepared.moments(direction).grounds().keySet().stream()
                .filter(settings.steps())
                .toList();
    }

    private List<Tried> tried(Case one, Path folder) throws IOException, InterruptedException {
        List<Tried> tried = one.tried(folder.resolve("case-" + cases.incrementAndGet()));
        tried.forEach(listener::tried);
        return tried;
    }

    private static List<Tried> result(Future<List<Tried>> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException broken) {
            throw new IllegalStateException(broken.getCause());
        }
    }
}
