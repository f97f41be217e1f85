package gotthard.proof.reference;

import gotthard.inventory.SiteName;
import gotthard.proof.Model;
import gotthard.world.Cell;
import gotthard.world.CellId;
import gotthard.world.Effect;
import gotthard.world.Level;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// A model made ready: its steps taken apart into sub-steps, and the ground of each cell.
record Script(Model model, List<Ground> grounds, List<SubStep> subSteps) {
    static Script of(Model model) {
        var grounds = model.cells().stream().map(cell -> Ground.of(cell, model)).toList();
        return new Script(model, grounds, new Parts(model, grounds).subSteps());
    }

    /// Those of one step, in all cells.
    List<SubStep> of(int step) {
        return subSteps.stream().filter(each -> each.step() == step).toList();
    }

    /// Takes steps apart: in each cell one sub-step for each effect, in a chain whose first needs the last ones of what the step needs.
    private static final class Parts {
        private final Model model;
        private final List<Ground> grounds;
        private final List<SubStep> found = new ArrayList<>();
        private final Map<Integer, Set<Integer>> lasts = new HashMap<>();
        private final Map<Integer, Set<Integer>> dependants = new HashMap<>();

        Parts(Model model, List<Ground> grounds) {
            this.model = model;
            this.grounds = grounds;
        }

        List<SubStep> subSteps() {
            for (int step = 0; step < model.steps().size(); step++) {
                takeApart(step);
            }
            return found.stream()
                    .map(
                            each ->
                                    new SubStep(
                                            each.index(),
                                            each.step(),
                                            each.of(),
                                            each.effect(),
                                            each.cell(),
                                            each.acts(),
                                            each.needs(),
                                            dependants.getOrDefault(each.index(), Set.of()),
                                            alike(each)))
                    .toList();
        }

        private Set<Integer> alike(SubStep one) {
            var alike = new TreeSet<Integer>();
            for (SubStep other : found) {
                boolean isSame =
                        other.index() != one.index() && other.effect().equals(one.effect());
                if (isSame && one.acts() && Setting.of(one.effect().orElseThrow()).isPresent()) {
                    alike.add(other.index());
                }
            }
            return Set.copyOf(alike);
        }

        private void takeApart(int step) {
            var needs = new TreeSet<Integer>();
            model.steps().get(step).needs().forEach(need -> needs.addAll(lasts.get(need)));
            var byCell = new TreeMap<Integer, List<Effect>>();
            for (Effect effect : model.steps().get(step).effects()) {
                byCell.computeIfAbsent(cell(effect.cell()), _ -> new ArrayList<>()).add(effect);
            }
            var ends = new TreeSet<Integer>();
            if (byCell.isEmpty()) {
                ends.add(add(step, Optional.empty(), -1, needs));
            }
            byCell.forEach((cell, effects) -> ends.add(chain(step, cell, effects, needs)));
            lasts.put(step, ends);
        }

        private int chain(int step, int cell, List<Effect> effects, Set<Integer> needs) {
            Set<Integer> before = needs;
            for (Effect effect : effects) {
                before = Set.of(add(step, Optional.of(effect), cell, before));
            }
            return Collections.max(before);
        }

        private int add(int step, Optional<Effect> effect, int cell, Set<Integer> needs) {
            int index = found.size();
            boolean acts = effect.isPresent() && !isSoAlready(effect.get(), grounds.get(cell).cell);
            found.add(
                    new SubStep(
                            index,
                            step,
                            model.steps().get(step),
                            effect,
                            cell,
                            acts,
                            Set.copyOf(needs),
                            Set.of(),
                            Set.of()));
            needs.forEach(
                    need -> dependants.computeIfAbsent(need, _ -> new TreeSet<>()).add(index));
            return index;
        }

        private int cell(CellId id) {
            for (int index = 0; index < grounds.size(); index++) {
                if (grounds.get(index).cell.id().equals(id)) {
                    return index;
                }
            }
            throw new IllegalArgumentException("no cell " + id);
        }

        private boolean isSoAlready(Effect effect, Cell cell) {
            var wanted = Setting.of(effect);
            if (wanted.isEmpty()) {
                return false;
            }
            boolean isFirst = cell.first().contains(wanted.get().at());
            Level initially =
                    isFirst && wanted.get().variable() != Variable.STAGED ? Level.FULL : Level.NONE;
            return initially == wanted.get().level()
                    && model.steps().stream()
                            .flatMap(step -> step.effects().stream())
                            .flatMap(other -> Setting.of(other).stream())
                            .filter(other -> other.touchesTheSameAs(wanted.get()))
                            .allMatch(wanted.get()::equals);
        }
    }

    private enum Variable {
        DEPLOYED,
        PROCESSING,
        STAGED
    }

    /// What an effect sets that may be so already.
    private record Setting(CellId cell, SiteName at, Variable variable, Level level) {
        static Optional<Setting> of(Effect effect) {
            return switch (effect) {
                case Effect.Deploy(var cell, var at) ->
                        Optional.of(new Setting(cell, at, Variable.DEPLOYED, Level.FULL));
                case Effect.Processing(var cell, var at) ->
                        Optional.of(new Setting(cell, at, Variable.PROCESSING, Level.FULL));
                case Effect.StopProcessing(var cell, var at) ->
                        Optional.of(new Setting(cell, at, Variable.PROCESSING, Level.NONE));
                case Effect.Stage(var cell, var at) ->
                        Optional.of(new Setting(cell, at, Variable.STAGED, Level.FULL));
                case Effect.Unstage(var cell, var at) ->
                        Optional.of(new Setting(cell, at, Variable.STAGED, Level.NONE));
                case Effect.Copy _,
                        Effect.Replicate _,
                        Effect.StopReplication _,
                        Effect.Fence _,
                        Effect.Drain _,
                        Effect.Verify _,
                        Effect.Switch _,
                        Effect.Delete _ ->
                        Optional.empty();
            };
        }

        boolean touchesTheSameAs(Setting other) {
            return cell.equals(other.cell) && at.equals(other.at) && variable == other.variable;
        }
    }
}
