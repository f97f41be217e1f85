package gotthard.rehearsal;

import gotthard.action.Declaration;
import gotthard.action.Work;
import gotthard.graph.Assembled;
import gotthard.graph.Step;
import gotthard.graph.StepId;
import gotthard.inventory.SiteName;
import gotthard.journal.Ending;
import gotthard.proof.Model;
import gotthard.world.Effect;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Carries a plan out undisturbed, and back.
///
/// @param folder for copies of the ground
record Preparation(Troupe troupe, Assembled plan, Model model, Path folder) {
    /// What preparing led to.
    sealed interface Result {
        record Ready(Prepared prepared) implements Result {}

        /// The plan does not come to its end undisturbed.
        record Broken(String why) implements Result {}
    }

    /// @param first the ground before the plan
    Result from(Ground first) throws IOException, InterruptedException {
        Ground ground = first.copy(folder.resolve("undisturbed"));
        var forward = new Chain(troupe, plan, Direction.FORWARD, ground, unchanging());
        Optional<Ending> ending = forward.carryOut(folder.resolve("forward"));
        if (!ending.equals(Optional.of(Ending.DONE))) {
            return broken("its run", ending, Ending.DONE);
        }
        Ground returning = ground.copy(folder.resolve("returning"));
        var back = new Chain(troupe, plan, Direction.BACK, returning, unchanging());
        if (canReturn()) {
            Optional<Ending> returned = back.carryOut(folder.resolve("back"));
            if (!returned.equals(Optional.of(Ending.ROLLED_BACK))) {
                return broken("its way back", returned, Ending.ROLLED_BACK);
            }
        }
        return new Result.Ready(prepared(first, ground, forward.moments(), back.moments()));
    }

    private static Result broken(String what, Optional<Ending> ending, Ending wanted) {
        return new Result.Broken(
                "undisturbed, %s ended as %s, and not as %s"
                        .formatted(what, ending.map(Object::toString).orElse("dead"), wanted));
    }

    private Prepared prepared(Ground first, Ground ground, Moments forward, Moments back)
            throws IOException {
        Names alike = Names.of(Coordinator.latest(troupe, ground));
        Word word = Word.of(plan, model);
        Stage.View before = view(first);
        Stage.View end = view(ground);
        Eyes eyes = Eyes.of(plan, model.cells(), before, beforeWork(forward), end);
        return new Prepared(
                plan,
                word,
                forward,
                back,
                before.all(alike),
                end.all(alike),
                ground,
                alike,
                eyes,
                eyes.spots(word.first()));
    }

    private Set<StepId> unchanging() {
        return plan.graph().steps().stream()
                .filter(step -> reversal(step) == Declaration.Reversal.NOTHING_TO_UNDO)
                .map(Step::id)
                .collect(Collectors.toSet());
    }

    /// Whether nothing of it is past its return.
    private boolean canReturn() {
        return plan.graph().steps().stream()
                .noneMatch(step -> reversal(step) == Declaration.Reversal.IRREVERSIBLE);
    }

    private static Declaration.Reversal reversal(Step step) {
        return switch (step.work()) {
            case Work.Approval _ -> Declaration.Reversal.NOTHING_TO_UNDO;
            case Work.Change(_, var declaration) -> declaration.reversal();
        };
    }

    /// The sites as they are before the first step there that lets cells be processed.
    private Map<SiteName, Stage.View> beforeWork(Moments moments) {
        Map<SiteName, Stage.View> views = new HashMap<>();
        moments.grounds()
                .forEach(
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
            case Work.Change(_, var declaration) -> declaration.effects();
        };
    }

    private Stage.View view(Ground of) {
        return troupe.stage().view(of.sites());
    }
}
