package gotthard.graph;

import gotthard.action.Work;
import gotthard.inventory.SiteName;
import gotthard.problem.Code;
import gotthard.problem.Problem;
import gotthard.problem.Problems;
import gotthard.problem.Quoted;
import gotthard.world.CellId;
import gotthard.world.Effect;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Checks that the replication of a cell between two sites is of one kind wherever steps start it: proofs take that for a fact.
final class Replications {
    private static final Code DIFFERS = new Code("replication-differs");

    private final Problems problems;
    private final Map<Line, Started> first = new HashMap<>();

    private Replications(Problems problems) {
        this.problems = problems;
    }

    /// @param steps of all plans that belong together
    static void check(List<Step> steps, Problems problems) {
        var replications = new Replications(problems);
        for (Step step : steps) {
            switch (step.work()) {
                case Work.Approval _ -> {}
                case Work.Change(_, var declaration) ->
                        declaration.effects().forEach(effect -> replications.check(step, effect));
            }
        }
    }

    private void check(Step step, Effect effect) {
        if (!(effect
                instanceof Effect.Replicate(var cell, var from, var at, var flow, var relays, _))) {
            return;
        }
        var started = new Started(step, flow, relays);
        Started earlier = first.putIfAbsent(new Line(cell, from, at), started);
        if (earlier != null && (earlier.flow != flow || earlier.relays != relays)) {
            problems.add(
                    Problem.error(
                                    DIFFERS,
                                    step.place(),
                                    "step %s starts the replication of %s from %s to %s %s, and step %s at %s %s"
                                            .formatted(
                                                    started.quoted(),
                                                    cell,
                                                    from,
                                                    at,
                                                    started.manner(),
                                                    earlier.quoted(),
                                                    earlier.step.place(),
                                                    earlier.manner()))
                            .withAdvice(
                                    "let both start it alike; between two sites, a replication stays what it was started as"));
        }
    }

    private record Line(CellId cell, SiteName from, SiteName at) {}

    private record Started(Step step, Effect.Flow flow, boolean relays) {
        String quoted() {
            return Quoted.of(step.id().value());
        }

        String manner() {
            String how =
                    switch (flow) {
                        case STREAM -> "by a log of what is written";
                        case FOLLOW -> "by comparing";
                    };
            return relays ? how + ", passing on what others bring" : how;
        }
    }
}
