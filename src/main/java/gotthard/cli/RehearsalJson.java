package gotthard.cli;

import gotthard.rehearsal.Difference;
import gotthard.rehearsal.Rehearsed;
import gotthard.rehearsal.Tried;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What came of rehearsing a plan, for programs: a line for each fault, and one for the plan.
final class RehearsalJson {
    private RehearsalJson() {}

    static List<JsonLine> lines(Rehearsed plan) {
        List<JsonLine> lines = new ArrayList<>();
        plan.tried().forEach(one -> lines.add(line(one)));
        JsonLine sum =
                JsonLine.of("rehearsed")
                        .put("plan", plan.plan().value())
                        .put("steps", plan.steps().size())
                        .put("faults", plan.happened().size())
                        .put("held", plan.held().size())
                        .put("notLookedAt", plan.unseen());
        plan.broken().ifPresent(why -> sum.put("broken", why));
        lines.add(sum);
        return lines;
    }

    private static List<String> shown(Tried tried) {
        return tried.shown().entrySet().stream()
                .map(
                        entry ->
                                entry.getKey()
                                        + ": "
                                        + entry.getValue().name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static JsonLine line(Tried tried) {
        JsonLine line =
                JsonLine.of("rehearsed-fault")
                        .put("plan", tried.plan().value())
                        .put("step", tried.step().value())
                        .put("direction", tried.direction().word())
                        .put("fault", tried.fault().word())
                        .put("way", tried.way().word())
                        .put("shown", shown(tried));
        return switch (tried.outcome()) {
            case Tried.Outcome.Held() -> line.put("outcome", "held");
            case Tried.Outcome.Differed(var differences, var kept) ->
                    line.put("outcome", "differed")
                            .put(
                                    "differences",
                                    differences.stream().map(Difference::toString).toList())
                            .put("kept", kept);
            case Tried.Outcome.Impossible(var why) ->
                    line.put("outcome", "impossible").put("why", why);
        };
    }
}
