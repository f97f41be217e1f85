package gotthard.proof.reference;

import gotthard.plan.OnFailure;
import gotthard.proof.Clause;
import gotthard.proof.Model;
import gotthard.proof.ModelStep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Makes a model smaller while something still holds of it.
record Shrinking(Predicate<Model> holds) {
    Model smallest(Model model) {
        Model smallest = model;
        Optional<Model> smaller = smaller(smallest);
        while (smaller.isPresent()) {
            smallest = smaller.get();
            smaller = smaller(smallest);
        }
        return smallest;
    }

    private Optional<Model> smaller(Model model) {
        return candidates(model).stream().filter(holds).findFirst();
    }

    private static List<Model> candidates(Model model) {
        var candidates = new ArrayList<Model>();
        for (int step = 0; step < model.steps().size(); step++) {
            candidates.add(Edits.withoutStepAndItsOrder(model, step));
            candidates.add(Edits.withoutStep(model, step));
        }
        candidates.addAll(withoutACell(model));
        model.pauses().forEach(pause -> candidates.add(Edits.withoutPause(model, pause)));
        for (int step = 0; step < model.steps().size(); step++) {
            withLess(model, step, candidates);
        }
        candidates.addAll(withLessAsked(model));
        return candidates;
    }

    private static void withLess(Model model, int step, List<Model> candidates) {
        ModelStep old = model.steps().get(step);
        for (int gone = 0; gone < old.effects().size(); gone++) {
            var effects = new ArrayList<>(old.effects());
            effects.remove(gone);
            candidates.add(Edits.withEffects(model, step, effects));
        }
        old.needs().stream()
                .sorted()
                .forEach(need -> candidates.add(Edits.withoutNeed(model, step, need)));
        boolean isPlain =
                !old.irreversible()
                        && old.onFailure() == OnFailure.ROLLBACK
                        && old.notBefore().isEmpty();
        if (!isPlain) {
            candidates.add(Edits.edit(model, step, Shrinking::plain));
        }
    }

    private static ModelStep plain(ModelStep old) {
        return new ModelStep(
                old.name(),
                old.place(),
                old.summary(),
                old.needs(),
                old.effects(),
                old.approval(),
                false,
                OnFailure.ROLLBACK,
                Optional.empty());
    }

    private static List<Model> withoutACell(Model model) {
        var candidates = new ArrayList<Model>();
        for (var cell : model.cells()) {
            var rest = new ArrayList<>(model.cells());
            rest.remove(cell);
            boolean isUsed =
                    model.steps().stream()
                            .flatMap(step -> step.effects().stream())
                            .anyMatch(each -> each.cell().equals(cell.id()));
            if (!isUsed && !rest.isEmpty()) {
                candidates.add(
                        new Model(
                                rest,
                                model.steps(),
                                model.pauses(),
                                model.order(),
                                model.days(),
                                model.allowance(),
                                model.signers(),
                                model.clauses().stream()
                                        .filter(clause -> !clause.cells().contains(cell.id()))
                                        .toList()));
            }
        }
        return candidates;
    }

    private static List<Model> withLessAsked(Model model) {
        var candidates = new ArrayList<Model>();
        if (!model.signers().isEmpty()) {
            candidates.add(
                    new Model(
                            model.cells(),
                            model.steps(),
                            model.pauses(),
                            model.order(),
                            model.days(),
                            model.allowance(),
                            Set.of(),
                            model.clauses()));
        }
        if (!model.order().isEmpty()) {
            candidates.add(
                    new Model(
                            model.cells(),
                            model.steps(),
                            model.pauses(),
                            List.of(),
                            model.days(),
                            model.allowance(),
                            model.signers(),
                            model.clauses()));
        }
        boolean isLastDayNeeded =
                model.steps().stream()
                        .flatMap(step -> step.notBefore().stream())
                        .anyMatch(model.days().getLast()::equals);
        if (model.days().size() > 1 && !isLastDayNeeded) {
            candidates.add(
                    new Model(
                            model.cells(),
                            model.steps(),
                            model.pauses(),
                            model.order(),
                            model.days().subList(0, model.days().size() - 1),
                            model.allowance(),
                            model.signers(),
                            model.clauses()));
        }
        if (!model.allowance().equals(Bans.NONE)) {
            candidates.add(
                    new Model(
                            model.cells(),
                            model.steps(),
                            model.pauses(),
                            model.order(),
                            model.days(),
                            Bans.NONE,
                            model.signers(),
                            model.clauses()));
        }
        for (Clause clause : model.clauses()) {
            candidates.add(
                    model.with(
                            model.clauses().stream()
                                    .filter(other -> !other.equals(clause))
                                    .toList()));
        }
        return candidates;
    }
}
