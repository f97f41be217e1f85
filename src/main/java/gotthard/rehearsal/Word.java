package gotthard.rehearsal;

import gotthard.graph.Assembled;
import gotthard.graph.Step;
import gotthard.graph.StepId;
import gotthard.proof.Happening;
import gotthard.proof.Model;
import gotthard.proof.Reenactment;
import gotthard.proof.Situation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the model of a plan says: how the cells may stand at a fault, and how they must stand after it.
///
/// @param steps of the plan, in the model's order
record Word(Model model, List<StepId> steps) {
    static Word of(Assembled plan, Model model) {
        return new Word(model, plan.graph().steps().stream().map(Step::id).toList());
    }

    Situation first() {
        return Reenactment.of(model).situation();
    }

    /// How the cells may stand at a fault; nothing where the model can't come there.
    ///
    /// @param done the steps that were done before it, and not yet undone
    List<Reenactment> at(Direction direction, Set<StepId> done, StepId step, Fault fault) {
        var before = Reenactment.of(model);
        int index = steps.indexOf(step);
        return switch (direction) {
            case FORWARD -> complete(before, done) ? forward(before, index, fault) : List.of();
            case BACK -> turn(before, done, index) ? back(before, index, fault) : List.of();
        };
    }

    private static List<Reenactment> forward(Reenactment before, int index, Fault fault) {
        return switch (fault) {
            case REFUSED -> List.of(before);
            case HALF, KILLED -> before.begun(index);
            case UNRECORDED, LATE -> before.complete(index) ? List.of(before) : List.of();
        };
    }

    private static List<Reenactment> back(Reenactment before, int index, Fault fault) {
        return switch (fault) {
            case REFUSED -> List.of(before);
            case HALF, KILLED -> before.begunToUndo(index);
            case UNRECORDED, LATE -> before.undo(index) ? List.of(before) : List.of();
        };
    }

    /// From the end of the plan back to where a step is to be undone next. What changes nothing is undone as soon as it can be.
    private boolean turn(Reenactment now, Set<StepId> done, int until) {
        boolean isBack = complete(now, Set.copyOf(steps));
        isBack &= now.happens(new Happening.TurnedBack());
        for (int index = steps.size() - 1; index >= 0; index--) {
            if (index != until && !done.contains(steps.get(index))) {
                boolean _ = now.undo(index);
            }
        }
        return isBack;
    }

    private boolean complete(Reenactment now, Set<StepId> some) {
        for (int index = 0; index < steps.size(); index++) {
            if (some.contains(steps.get(index)) && !now.complete(index)) {
                return false;
            }
        }
        return true;
    }

    /// How the cells stand when a run has come to the end of the plan from a fault; nothing where the model can't come there.
    Optional<Situation> resumed(Reenactment fault) {
        var now = fault.copy();
        return complete(now, Set.copyOf(steps)) ? Optional.of(now.situation()) : Optional.empty();
    }

    /// How the cells stand when all that can be undone is.
    ///
    /// @param isAll whether nothing was left, because nothing is past its return
    record Undone(Situation situation, boolean isAll) {}

    Undone rolledBack(Reenactment fault) {
        var now = fault.copy();
        boolean _ = now.happens(new Happening.TurnedBack());
        boolean isAll = true;
        for (int index = steps.size() - 1; index >= 0; index--) {
            isAll &= now.undo(index);
        }
        return new Undone(now.situation(), isAll);
    }

    /// The situations of several.
    static List<Situation> situations(List<Reenactment> some) {
        var situations = new ArrayList<Situation>();
        some.forEach(one -> situations.add(one.situation()));
        return situations;
    }
}
