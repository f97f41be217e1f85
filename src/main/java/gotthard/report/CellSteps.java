package gotthard.report;

import gotthard.proof.Model;
import gotthard.world.CellId;
import gotthard.world.Effect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// The steps of a model by what they do to one cell; without a cell, to any.
record CellSteps(Model model, Optional<CellId> cell) {
    /// A step in quotes.
    String name(int step) {
        return "\"" + model.steps().get(step).name() + "\"";
    }

    /// The first that has such an effect.
    OptionalInt find(Predicate<Effect> wanted) {
        return IntStream.range(0, model.steps().size())
                .filter(index -> does(index, wanted))
                .findFirst();
    }

    /// The first with such an effect that a step does not wait for.
    Optional<Integer> missing(int step, Class<? extends Effect> kind) {
        Set<Integer> before = ancestors(step);
        return IntStream.range(0, model.steps().size())
                .filter(index -> index != step && !before.contains(index))
                .filter(index -> does(index, kind::isInstance))
                .boxed()
                .findFirst();
    }

    boolean does(int step, Predicate<Effect> wanted) {
        return model.steps().get(step).effects().stream().filter(this::isHere).anyMatch(wanted);
    }

    boolean isHere(Effect effect) {
        return cell.isEmpty() || effect.cell().equals(cell.get());
    }

    /// Advice that one step need another; nothing where it does already.
    Optional<String> needs(int step, OptionalInt other) {
        if (other.isEmpty()
                || other.getAsInt() == step
                || ancestors(step).contains(other.getAsInt())) {
            return Optional.empty();
        }
        return Optional.of(
                ancestors(other.getAsInt()).contains(step)
                        ? "Put " + name(other.getAsInt()) + " before " + name(step) + "."
                        : "Let " + name(step) + " need " + name(other.getAsInt()) + ".");
    }

    /// All steps that a step waits for, directly or not.
    Set<Integer> ancestors(int step) {
        var found = new HashSet<Integer>();
        var open = new ArrayList<Integer>(List.of(step));
        while (!open.isEmpty()) {
            for (int need : model.steps().get(open.removeLast()).needs()) {
                if (found.add(need)) {
                    open.add(need);
                }
            }
        }
        return found;
    }
}
