package gotthard.proof;

import gotthard.plan.OnFailure;
import gotthard.world.Cell;
import gotthard.world.CellId;
import gotthard.world.CellShape;
import gotthard.world.Effect;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The parts of all steps of a model, in an order that their needs allow, and what is before what, directly or not.
final class Parts {
    private final Model model;
    private final List<Part> parts = new ArrayList<>();
    private final List<List<Integer>> ofStep = new ArrayList<>();
    private final List<List<Integer>> ofCell = new ArrayList<>();
    private final List<CellShape> shapes = new ArrayList<>();
    private final List<Integer> irreversible = new ArrayList<>();
    private final List<Integer> waiting = new ArrayList<>();
    private final List<int[]> orders = new ArrayList<>();
    private final List<List<Integer>> clauses = new ArrayList<>();
    private final BitSet[] before;
    private final BitSet[] after;
    private final int[] day;

    Parts(Model model) {
        this.model = model;
        int steps = model.steps().size();
        before = new BitSet[steps];
        after = new BitSet[steps];
        day = new int[steps];
    }

    static Parts of(Model model) {
        var parts = new Parts(model);
        parts.cut();
        parts.close();
        return parts;
    }

    private void cut() {
        Map<CellId, Integer> numbers = new HashMap<>();
        for (Cell cell : model.cells()) {
            numbers.put(cell.id(), numbers.size());
            ofCell.add(new ArrayList<>());
        }
        List<List<Effect>> effects = new ArrayList<>();
        model.cells().forEach(_ -> effects.add(new ArrayList<>()));
        for (int step = 0; step < model.steps().size(); step++) {
            ofStep.add(new ArrayList<>());
            ModelStep whole = model.steps().get(step);
            if (whole.approval().isPresent() || whole.onFailure() == OnFailure.FREEZE) {
                waiting.add(step);
            }
            if (whole.effects().isEmpty()) {
                add(new Part(step, -1, Optional.empty(), 0, whole.irreversible()));
            }
            for (Effect effect : whole.effects()) {
                int cell = number(effect, numbers, whole);
                int turn = Collections.frequency(effects.get(cell), effect);
                effects.get(cell).add(effect);
                boolean irreversible = whole.irreversible() || effect instanceof Effect.Delete;
                add(new Part(step, cell, Optional.of(effect), turn, irreversible));
            }
        }
        for (int cell = 0; cell < effects.size(); cell++) {
            shapes.add(CellShape.of(model.cells().get(cell), effects.get(cell)));
        }
        for (Precedence pair : model.order()) {
            Integer earlier = numbers.get(pair.earlier());
            Integer later = numbers.get(pair.later());
            if (earlier != null && later != null) {
                orders.add(new int[] {earlier, later});
            }
        }
        for (Clause clause : model.clauses()) {
            clauses.add(
                    clause.cells().stream()
                            .map(numbers::get)
                            .map(Objects::requireNonNull)
                            .toList());
        }
    }

    private static int number(Effect effect, Map<CellId, Integer> numbers, ModelStep step) {
        Integer number = numbers.get(effect.cell());
        if (number == null) {
            throw new IllegalArgumentException(
                    step.name() + " acts on a cell that is not in the model: " + effect.cell());
        }
        return number;
    }

    private void add(Part part) {
        int index = parts.size();
        parts.add(part);
        ofStep.get(part.step()).add(index);
        if (part.cell() >= 0) {
            ofCell.get(part.cell()).add(index);
        }
        if (part.irreversible()) {
            irreversible.add(index);
        }
    }

    private void close() {
        int steps = before.length;
        for (int step = 0; step < steps; step++) {
            before[step] = new BitSet(steps);
            after[step] = new BitSet(steps);
            day[step] = ownDay(step);
            for (int need : model.steps().get(step).needs()) {
                before[step].set(need);
                before[step].or(before[need]);
                day[step] = Math.max(day[step], day[need]);
            }
        }
        for (int step = steps - 1; step >= 0; step--) {
            for (int need : model.steps().get(step).needs()) {
                after[need].set(step);
                after[need].or(after[step]);
            }
        }
    }

    /// The number of the first day on which a step may begin by its own date; the number of days where it never may.
    private int ownDay(int step) {
        var notBefore = model.steps().get(step).notBefore();
        if (notBefore.isEmpty()) {
            return 0;
        }
        LocalDate date = notBefore.get();
        for (int index = 0; index < model.days().size(); index++) {
            if (!model.days().get(index).isBefore(date)) {
                return index;
            }
        }
        return model.days().size();
    }

    Model model() {
        return model;
    }

    int count() {
        return parts.size();
    }

    Part part(int index) {
        return parts.get(index);
    }

    ModelStep step(Part part) {
        return model.steps().get(part.step());
    }

    List<Integer> ofStep(int step) {
        return ofStep.get(step);
    }

    List<Integer> ofCell(int cell) {
        return ofCell.get(cell);
    }

    CellShape shape(int cell) {
        return shapes.get(cell);
    }

    /// The number of the first day on which a step can begin, by its date and those of all that it needs.
    int dayOfStep(int step) {
        return day[step];
    }

    /// Whether the day of a step, or of one that it needs, never comes.
    boolean isNever(int step) {
        return day[step] == model.days().size();
    }

    /// Whether a step waits for a day that never comes, and all that it needs does not.
    boolean waitsForever(int step) {
        return isNever(step) && model.steps().get(step).needs().stream().noneMatch(this::isNever);
    }

    /// The parts that nothing undoes.
    List<Integer> irreversible() {
        return irreversible;
    }

    /// The steps at which persons may be waited for.
    List<Integer> waiting() {
        return waiting;
    }

    /// Whether a pause lasts longer where a person is waited for at a step: an approval that its end needs, or anything that freezes
    /// the run.
    boolean holdsUp(int step, Pause pause) {
        return model.steps().get(step).onFailure() == OnFailure.FREEZE
                || step == pause.until()
                || isStepBefore(step, pause.until());
    }

    /// Pairs of cells, by number.
    List<int[]> orders() {
        return orders;
    }

    /// The cells of a clause, by number.
    List<Integer> clause(int clause) {
        return clauses.get(clause);
    }

    /// Whose rule is the same has the same number.
    int numberOfRule(int clause) {
        return model.clauses().stream()
                .map(Clause::rule)
                .toList()
                .indexOf(model.clauses().get(clause).rule());
    }

    /// Whether one step is needed, directly or not, by another.
    boolean isStepBefore(int first, int second) {
        return before[second].get(first);
    }

    /// Whether one part must be done before another begins.
    boolean isBefore(int first, int second) {
        Part one = parts.get(first);
        Part other = parts.get(second);
        if (one.step() == other.step()) {
            return one.cell() == other.cell() && first < second;
        }
        return before[other.step()].get(one.step());
    }

    /// The steps that come before one, directly or not.
    BitSet before(int step) {
        return before[step];
    }

    /// The steps that come after one, directly or not.
    BitSet after(int step) {
        return after[step];
    }
}
