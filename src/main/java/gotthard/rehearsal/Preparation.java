package gotthard.rehearsal;

import gotthard.action.Declaration;
import gotthard.action.Work;
import gotthard.graph.Assembled;
import gotthard.graph.Step;
import gotthard.graph.StepId;
import gotthard.inventory.SiteName;
import gotthard.journal.Ending;
import gotthard.journal.RunState;
import gotthard.proof.Model;
import gotthard.world.Effect;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// Carries a plan out undisturbed, but for the coordinators: before each step that changes something one stops, and the next goes on from
/// there, so that the ground before each step can be had again.
final class Preparation {
    private final Troupe troupe;
    private final Assembled plan;
    private final Path folder;
    private final Ground ground;
    private final Shifted clock;
    private final Set<StepId> told = new HashSet<>();
    private final SequencedMap<StepId, Ground> moments = new LinkedHashMap<>();
    private final Map<StepId, Integer> acts = new HashMap<>();

    private Preparation(Troupe troupe, Assembled plan, Path folder, Ground ground) {
        this.troupe = troupe;
        this.plan = plan;
        this.folder = folder;
        this.ground = ground;
        clock = new Shifted(troupe.clock());
    }

    /// What preparing led to.
    sealed interface Result {
        record Ready(Prepared prepared) implements Result {}

        /// The plan does not come to its end undisturbed.
        record Broken(String why) implements Result {}
    }

    /// @param folder for copies of the ground
    /// @param first the ground before the plan
    static Result of(Troupe troupe, Assembled plan, Model model, Path folder, Ground first)
            throws IOException, InterruptedException {
        Ground ground = first.copy(folder.resolve("undisturbed"));
        return new Preparation(troupe, plan, folder, ground).prepared(model, first);
    }

    private Result prepared(Model model, Ground first) throws IOException, InterruptedException {
        for (Step step : plan.graph().steps()) {
            if (!changes(step)) {
                told.add(step.id());
            }
        }
        Optional<Ending> ending = carryOut();
        RunState run = Coordinator.latest(troupe, ground);
        if (!ending.equals(Optional.of(Ending.DONE))) {
            return new Result.Broken(
                    "undisturbed, its run ended as "
                            + ending.map(Object::toString).orElse("dead")
                            + ", and not as DONE");
        }
        Names alike = Names.of(run);
        Word word = Word.of(plan, model);
        Stage.View before = view(first);
        Stage.View end = view(ground);
        Eyes eyes = Eyes.of(plan, model.cells(), before, beforeWork(), end);
        return new Result.Ready(
                new Prepared(
                        plan,
                        word,
                        moments,
                        acts,
                        before.all(alike),
                        end.all(alike),
                        ground,
                        alike,
                        eyes,
                        eyes.spots(word.first())));
    }

    private static boolean changes(Step step) {
        return switch (step.work()) {
            case Work.Approval _ -> false;
            case Work.Change(var action) ->
                    action.declaration().reversal() != Declaration.Reversal.NOTHING_TO_UNDO;
        };
    }

    private Optional<Ending> carryOut() throws IOException, InterruptedException {
        Fate fate = new Fate(new Plot.Until(told), clock, () -> {});
        Optional<Ending> ending = new Coordinator(troupe, plan, ground, fate, clock).begin();
        while (fate.stopped().isPresent() || isToBeApproved(ending)) {
            fate.acts().forEach((step, count) -> acts.merge(step, count, Integer::sum));
            Optional<StepId> stopped = fate.stopped();
            if (stopped.isPresent()) {
                told.add(stopped.get());
                moments.put(stopped.get(), ground.copy(folder.resolve("before-" + moments.size())));
            }
            fate = new Fate(new Plot.Until(told), clock, () -> {});
            RunState run = Coordinator.latest(troupe, ground);
            ending = new Coordinator(troupe, plan, ground, fate, clock).resume(run.id());
        }
        fate.acts().forEach((step, count) -> acts.merge(step, count, Integer::sum));
        return ending;
    }

    private boolean isToBeApproved(Optional<Ending> ending) {
        return ending.equals(Optional.of(Ending.WAITING)) && Coordinator.approve(troupe, ground);
    }

    /// The sites as they are before the first step there that lets cells be processed.
    private Map<SiteName, Stage.View> beforeWork() {
        Map<SiteName, Stage.View> views = new HashMap<>();
        moments.forEach(
                (id, moment) ->
                        effects(id).stream()
                                .filter(Effect.Processing.class::isInstance)
                                .flatMap(effect -> effect.shows().stream())
                                .forEach(site -> views.putIfAbsent(site, view(moment))));
        return views;
    }

    private List<Effect> effects(StepId id) {
        return switch (plan.graph().step(id).orElseThrow().work()) {
            case Work.Approval _ -> List.of();
            case Work.Change(var action) -> action.declaration().effects();
        };
    }

    private Stage.View view(Ground of) {
        return troupe.stage().view(of.sites());
    }
}
