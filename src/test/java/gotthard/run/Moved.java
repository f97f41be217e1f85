package gotthard.run;

import gotthard.action.Declaration;
import gotthard.action.Work;
import gotthard.graph.Graph;
import gotthard.graph.Step;
import gotthard.graph.StepId;
import gotthard.inventory.DataTypeName;
import gotthard.inventory.RegionName;
import gotthard.inventory.SiteName;
import gotthard.proof.Allowance;
import gotthard.proof.Model;
import gotthard.proof.ModelStep;
import gotthard.proof.Pause;
import gotthard.world.Aspect;
import gotthard.world.Cell;
import gotthard.world.CellId;
import gotthard.world.Effect;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Makes the model of steps of tests: one database that moves from Moscow to Zurich, and files beside it where a step acts on them.
public final class Moved {
    public static final SiteName MOSCOW = new SiteName("moscow");
    public static final SiteName ZURICH = new SiteName("zurich-1");
    public static final CellId CELL =
            new CellId(new RegionName("europe"), new DataTypeName("file-metadata"));

    /// Files of the same region, where a step acts on them.
    public static final CellId FILES =
            new CellId(new RegionName("europe"), new DataTypeName("suspicious-files"));

    private Moved() {}

    /// Steps of which somebody else says what they do; everything is allowed, and nothing pauses.
    public static Model model(Graph graph, Function<StepId, List<Effect>> effects) {
        return model(graph, effects, (_, _, _, _) -> true, List.of());
    }

    /// Steps that do what their actions declare.
    public static Model model(Graph graph, Allowance allowance, List<Pause> pauses) {
        return model(graph, id -> effects(graph.step(id).orElseThrow()), allowance, pauses);
    }

    private static Model model(
            Graph graph,
            Function<StepId, List<Effect>> effects,
            Allowance allowance,
            List<Pause> pauses) {
        Map<StepId, Integer> numbers = new HashMap<>();
        List<ModelStep> steps =
                graph.steps().stream()
                        .map(
                                step -> {
                                    Set<Integer> needs = new HashSet<>();
                                    step.needs().forEach(need -> needs.add(numbers.get(need)));
                                    numbers.put(step.id(), numbers.size());
                                    return step(step, needs, effects.apply(step.id()));
                                })
                        .toList();
        boolean areFilesMoved =
                steps.stream()
                        .flatMap(step -> step.effects().stream())
                        .anyMatch(effect -> effect.cell().equals(FILES));
        return new Model(
                areFilesMoved
                        ? List.of(cell(CELL, true), cell(FILES, false))
                        : List.of(cell(CELL, true)),
                steps,
                pauses,
                List.of(),
                List.of(LocalDate.EPOCH),
                allowance,
                Set.of());
    }

    private static Cell cell(CellId id, boolean isMutable) {
        return new Cell(
                id,
                isMutable,
                List.of(MOSCOW),
                List.of(ZURICH),
                List.of(),
                Set.of(Aspect.values()));
    }

    private static ModelStep step(Step step, Set<Integer> needs, List<Effect> effects) {
        return new ModelStep(
                step.id().value(),
                step.place(),
                "does something",
                needs,
                effects,
                step.work() instanceof Work.Approval approval
                        ? Optional.of(approval.oneOfEach())
                        : Optional.empty(),
                step.work() instanceof Work.Change(_, var declaration)
                        && declaration.reversal() == Declaration.Reversal.IRREVERSIBLE,
                step.onFailure(),
                Optional.empty());
    }

    private static List<Effect> effects(Step step) {
        return step.work() instanceof Work.Change(_, var declaration)
                ? declaration.effects()
                : List.of();
    }
}
