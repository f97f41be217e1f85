package gotthard.overview;

import gotthard.graph.StepId;
import gotthard.plan.PlanName;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Several runs, of one plan or many, together.
///
/// @param runs by their start, the earliest first
/// @param latest for each plan its latest run, in the order in which the plans were first run
/// @param matrix each step as the latest run knows it in which anything happened to it, so that a later run or a rollback
///     supersedes what was before
public record ProgrammeOverview(
        Instant at, List<Overview> runs, List<Overview> latest, Matrix matrix) {
    public ProgrammeOverview {
        runs = List.copyOf(runs);
        latest = List.copyOf(latest);
    }

    /// Joins runs, in any order.
    ///
    /// @throws IllegalArgumentException without a run
    public static ProgrammeOverview of(List<Overview> overviews) {
        if (overviews.isEmpty()) {
            throw new IllegalArgumentException("no run to join");
        }
        List<Overview> runs =
                overviews.stream()
                        .sorted(
                                Comparator.comparing((Overview it) -> it.run().started())
                                        .thenComparing(it -> it.run().id()))
                        .toList();
        var latest = new LinkedHashMap<PlanName, Overview>();
        runs.forEach(overview -> latest.put(overview.run().plan(), overview));
        return new ProgrammeOverview(
                runs.stream().map(Overview::at).max(Comparator.naturalOrder()).orElseThrow(),
                runs,
                List.copyOf(latest.values()),
                MatrixMaking.of(steps(runs, latest)));
    }

    private record Known(PlanName plan, StepId step) {}

    /// What an earlier run did not come to is no longer planned, unless a later one says so.
    private static List<StepRow> steps(List<Overview> runs, Map<PlanName, Overview> latest) {
        Map<Known, StepRow> steps = new LinkedHashMap<>();
        for (Overview overview : runs) {
            PlanName plan = overview.run().plan();
            boolean isLatest = overview.equals(latest.get(plan));
            overview.steps().stream()
                    .filter(row -> isLatest || row.since().isPresent())
                    .forEach(
                            row ->
                                    steps.merge(
                                            new Known(plan, row.id()),
                                            row,
                                            ProgrammeOverview::superseding));
        }
        return List.copyOf(steps.values());
    }

    private static StepRow superseding(StepRow known, StepRow later) {
        if (later.since().isEmpty()) {
            return known.since().isEmpty() ? later : known;
        }
        boolean isOlder =
                known.since().isPresent() && later.since().get().isBefore(known.since().get());
        return isOlder ? known : later;
    }
}
