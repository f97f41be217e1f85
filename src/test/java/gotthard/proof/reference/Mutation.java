package gotthard.proof.reference;

import static gotthard.proof.reference.ModelBuilder.MOSCOW;
import static gotthard.proof.reference.ModelBuilder.SUPERVISOR;
import static gotthard.proof.reference.ModelBuilder.ZURICH_1;
import static gotthard.proof.reference.ModelBuilder.ZURICH_2;

import gotthard.inventory.RoleName;
import gotthard.inventory.SiteName;
import gotthard.plan.OnFailure;
import gotthard.problem.Place;
import gotthard.proof.Model;
import gotthard.proof.ModelStep;
import gotthard.proof.Pause;
import gotthard.world.Cell;
import gotthard.world.Effect;
import gotthard.world.Effect.Flow;
import gotthard.world.Effect.Pace;
import gotthard.world.Effect.Return;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Changes one thing of a model, as a person might get it wrong.
record Mutation(Random random) {
    Model of(Model model) {
        if (model.steps().isEmpty()) {
            return model;
        }
        int step = random.nextInt(model.steps().size());
        return switch (random.nextInt(14)) {
            case 0 -> Edits.withoutStep(model, step);
            case 1 -> Edits.withoutStepAndItsOrder(model, step);
            case 2, 3 -> withoutANeed(model, step);
            case 4 -> step == 0 ? model : Edits.withNeed(model, step, random.nextInt(step));
            case 5, 6 -> Edits.swapped(model, step, random.nextInt(model.steps().size()));
            case 7, 8 -> onEffect(model, step, this::elsewhere);
            case 9, 10 -> onEffect(model, step, this::weakened);
            case 11 -> withoutAPauseOrAnEffect(model, step);
            case 12 -> fragile(model, step);
            default -> withAnotherEffect(model, step);
        };
    }

    private Model withoutANeed(Model model, int step) {
        var needs = model.steps().get(step).needs().stream().sorted().toList();
        return needs.isEmpty() ? model : Edits.withoutNeed(model, step, pick(needs));
    }

    private Model withoutAPauseOrAnEffect(Model model, int step) {
        if (!model.pauses().isEmpty() && random.nextBoolean()) {
            return Edits.withoutPause(model, pick(model.pauses()));
        }
        var effects = new ArrayList<>(model.steps().get(step).effects());
        if (effects.isEmpty()) {
            return model;
        }
        effects.remove(random.nextInt(effects.size()));
        return Edits.withEffects(model, step, effects);
    }

    private Model fragile(Model model, int step) {
        return switch (random.nextInt(4)) {
            case 0 ->
                    Edits.edit(model, step, old -> old(old, old.approval(), true, old.onFailure()));
            case 1 ->
                    Edits.edit(
                            model,
                            step,
                            old -> old(old, old.approval(), old.irreversible(), OnFailure.FREEZE));
            case 2 -> withSigner(model);
            default -> withApprovalBefore(model, step);
        };
    }

    private static Model withSigner(Model model) {
        return new Model(
                model.cells(),
                model.steps(),
                model.pauses(),
                model.order(),
                model.days(),
                model.allowance(),
                Set.of(SUPERVISOR),
                model.clauses());
    }

    /// What the step needed is now needed by an approval, which it needs. The approval takes the place of a step that needs nothing of it.
    private static Model withApprovalBefore(Model model, int step) {
        var steps = new ArrayList<ModelStep>();
        UnaryOperator<Integer> moved = index -> index >= step ? index + 1 : index;
        for (int index = 0; index < model.steps().size(); index++) {
            var old = model.steps().get(index);
            if (index == step) {
                steps.add(
                        new ModelStep(
                                "approval",
                                Place.of("plan.yaml"),
                                "approves",
                                old.needs(),
                                List.of(),
                                Optional.of(Set.of(SUPERVISOR)),
                                false,
                                OnFailure.ROLLBACK,
                                Optional.empty()));
                steps.add(Edits.withNeeds(old, Set.of(step)));
            } else {
                var needs = new HashSet<Integer>();
                old.needs().forEach(need -> needs.add(moved.apply(need)));
                steps.add(Edits.withNeeds(old, needs));
            }
        }
        var pauses =
                model.pauses().stream()
                        .map(
                                pause ->
                                        new Pause(
                                                moved.apply(pause.from()),
                                                moved.apply(pause.until())))
                        .toList();
        return Edits.withPauses(Edits.withSteps(model, steps), pauses);
    }

    private static ModelStep old(
            ModelStep old,
            Optional<Set<RoleName>> approval,
            boolean irreversible,
            OnFailure onFailure) {
        return new ModelStep(
                old.name(),
                old.place(),
                old.summary(),
                old.needs(),
                old.effects(),
                approval,
                irreversible,
                onFailure,
                old.notBefore());
    }

    private Model onEffect(Model model, int step, UnaryOperator<Effect> change) {
        var effects = new ArrayList<>(model.steps().get(step).effects());
        if (effects.isEmpty()) {
            return model;
        }
        int index = random.nextInt(effects.size());
        effects.set(index, change.apply(effects.get(index)));
        return Edits.withEffects(model, step, effects);
    }

    private Model withAnotherEffect(Model model, int step) {
        var all = List.of(MOSCOW, ZURICH_1, ZURICH_2);
        var cells = model.cells().stream().map(Cell::id).toList();
        Effect added =
                switch (random.nextInt(5)) {
                    case 0 -> new Effect.Stage(pick(cells), pick(all));
                    case 1 -> new Effect.Fence(pick(cells), pick(all));
                    case 2 -> new Effect.StopProcessing(pick(cells), pick(all));
                    case 3 -> new Effect.Copy(pick(cells), MOSCOW, ZURICH_2, false);
                    default -> new Effect.Delete(pick(cells), pick(all));
                };
        var effects = new ArrayList<>(model.steps().get(step).effects());
        effects.add(random.nextInt(effects.size() + 1), added);
        return Edits.withEffects(model, step, effects);
    }

    /// At, or to, another site.
    private Effect elsewhere(Effect effect) {
        SiteName site = pick(List.of(MOSCOW, ZURICH_1, ZURICH_2));
        return switch (effect) {
            case Effect.Deploy(var cell, _) -> new Effect.Deploy(cell, site);
            case Effect.Copy(var cell, var from, _, var full, var slot) ->
                    from.equals(site) ? effect : new Effect.Copy(cell, from, site, full, slot);
            case Effect.Replicate(var cell, var from, _, var flow, var relays, var fromSlot) ->
                    // A third site, so that no two are of the same edge and another nature.
                    from.equals(ZURICH_2)
                            ? effect
                            : new Effect.Replicate(cell, from, ZURICH_2, flow, relays, fromSlot);
            case Effect.StopReplication(var cell, var from, _, var resyncs) ->
                    from.equals(site)
                            ? effect
                            : new Effect.StopReplication(cell, from, site, resyncs);
            case Effect.Fence(var cell, _) -> new Effect.Fence(cell, site);
            case Effect.Drain(var cell, var from, _) ->
                    from.equals(site) ? effect : new Effect.Drain(cell, from, site);
            case Effect.Verify(var cell, var from, _) ->
                    from.equals(site) ? effect : new Effect.Verify(cell, from, site);
            case Effect.Switch(var cell, var from, var to, var pace, var back) ->
                    from.equals(ZURICH_2) || to.contains(ZURICH_2)
                            ? effect
                            : new Effect.Switch(
                                    cell,
                                    from,
                                    random.nextBoolean()
                                            ? List.of(ZURICH_2)
                                            : List.of(to.getFirst(), ZURICH_2),
                                    pace,
                                    back);
            case Effect.Processing(var cell, _) -> new Effect.Processing(cell, site);
            case Effect.StopProcessing(var cell, _) -> new Effect.StopProcessing(cell, site);
            case Effect.Stage(var cell, _) -> new Effect.Stage(cell, site);
            case Effect.Unstage(var cell, _) -> new Effect.Unstage(cell, site);
            case Effect.Delete(var cell, _) -> new Effect.Delete(cell, site);
        };
    }

    /// With less care: not verified in full, no slot, routed back only …
    private Effect weakened(Effect effect) {
        boolean coin = random.nextBoolean();
        return switch (effect) {
            case Effect.Copy(var cell, var from, var at, var full, var slot) ->
                    new Effect.Copy(cell, from, at, coin && full, !coin && slot);
            case Effect.Replicate(var cell, var from, var at, _, var relays, var fromSlot) ->
                    new Effect.Replicate(
                            cell,
                            from,
                            at,
                            coin ? Flow.STREAM : Flow.FOLLOW,
                            relays,
                            !coin && fromSlot);
            case Effect.StopReplication(var cell, var from, var at, _) ->
                    new Effect.StopReplication(cell, from, at, false);
            case Effect.Switch(var cell, var from, var to, var pace, var back) ->
                    coin
                            ? new Effect.Switch(cell, from, to, pace, Return.ROUTES)
                            : new Effect.Switch(
                                    cell,
                                    from,
                                    to,
                                    pace == Pace.AT_ONCE ? Pace.GRADUALLY : Pace.AT_ONCE,
                                    back);
            case Effect.Verify(var cell, var from, var at) ->
                    new Effect.Copy(cell, from, at, false);
            case Effect.Drain(var cell, var from, var at) -> new Effect.Verify(cell, from, at);
            case Effect.Deploy _,
                    Effect.Fence _,
                    Effect.Processing _,
                    Effect.StopProcessing _,
                    Effect.Stage _,
                    Effect.Unstage _,
                    Effect.Delete _ ->
                    effect;
        };
    }

    private <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
