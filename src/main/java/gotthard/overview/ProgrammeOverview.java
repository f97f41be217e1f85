package gotthard.overview;

import gotthard.graph.StepId;
import gotthard.plan.PlanName;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Several runs, of one plan or many, together.
///
/// @param title of the programme, where one was asked for
/// @param runs by their start, the earliest first
/// @param latest for each plan its latest run, in the order in which the plans were first run
/// @param matrix each step as the latest run knows it in which anything happened to it, so that a later run or a rollback
///     supersedes what was before
/// @param phases the latest runs, judged
/// @param cells the rows of the matrix, each summed up
/// @param ahead plans of the programme of which there is no run, where a programme was asked for
/// @param changes since an earlier moment, where one was asked for
public record ProgrammeOverview(
        Instant at,
        Optional<String> title,
        List<Overview> runs,
        List<Overview> latest,
        Matrix matrix,
        List<Phase> phases,
        List<CellSummary> cells,
        List<Ahead> ahead,
        Optional<Changes> changes) {
    public ProgrammeOverview {
        runs = List.copyOf(runs);
        latest = List.copyOf(latest);
        phases = List.copyOf(phases);
        cells = List.copyOf(cells);
        ahead = List.copyOf(ahead);
    }

    /// The worst light of a phase, or of a plan that should have begun.
    public Light light() {
        return Stream.concat(
                        phases.stream().map(phase -> phase.rule().light()),
                        ahead.stream().flatMap(plan -> plan.light().stream()))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /// What does not go on by itself in the latest runs.
    public List<Waiting> waiting() {
        return latest.stream().flatMap(overview -> overview.waiting().stream()).toList();
    }

    /// With what has changed since an earlier moment.
    ///
    /// @param before the same runs as they were then; those that had not begun are left out
    public ProgrammeOverview since(Instant moment, List<Overview> before) {
        return new ProgrammeOverview(
                at,
                title,
                runs,
                latest,
                matrix,
                phases,
                cells,
                ahead,
                Optional.of(Changes.between(moment, before, this)));
    }

    /// As a programme, with its plans that have not begun.
    public ProgrammeOverview of(String programme, List<Ahead> plans) {
        return new ProgrammeOverview(
                at, Optional.of(programme), runs, latest, matrix, phases, cells, plans, changes);
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
        List<Overview> last = List.copyOf(latest.values());
        Matrix matrix = MatrixMaking.of(steps(runs, latest));
        var forecasting = new Forecasting(runs);
        return new ProgrammeOverview(
                runs.stream().map(Overview::at).max(Comparator.naturalOrder()).orElseThrow(),
                Optional.empty(),
                runs,
                last,
                matrix,
                last.stream().map(overview -> Phase.of(overview, forecasting)).toList(),
                CellSummaries.of(matrix, runs, last),
                List.of(),
                Optional.empty());
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
