package gotthard.run.simulation;

import gotthard.graph.Graph;
import gotthard.graph.StepId;
import gotthard.proof.Model;
import gotthard.run.Moved;
import gotthard.world.Effect;

import java.util.List;
import java.util.Random;

/// Two steps of a scenario that move who takes writes of a database: one fences it in Moscow, the other opens it in Zurich. The second
/// does not always need the first: then only the guard keeps them apart.
record Writers(StepId fence, StepId opening) {
    /// Two of several steps.
    static Writers among(List<StepId> steps, Random random) {
        int later = 1 + random.nextInt(steps.size() - 1);
        return new Writers(steps.get(random.nextInt(later)), steps.get(later));
    }

    boolean has(StepId step) {
        return step.equals(fence) || step.equals(opening);
    }

    List<Effect> effects(StepId step) {
        if (step.equals(fence)) {
            return List.of(new Effect.Fence(Moved.CELL, Moved.MOSCOW));
        }
        return step.equals(opening)
                ? List.of(
                        new Effect.Switch(
                                Moved.CELL,
                                Moved.MOSCOW,
                                List.of(Moved.ZURICH),
                                Effect.Pace.AT_ONCE,
                                Effect.Return.DRAINS))
                : List.of();
    }

    static Model model(Graph graph, Writers writers) {
        return Moved.model(graph, writers::effects);
    }

    /// Whether both sites take writes: half a fence lets some through, half an opening too.
    boolean areTwo(Site site) {
        return !site.isAsWanted(fence) && site.isPartlyAsWanted(opening);
    }
}
