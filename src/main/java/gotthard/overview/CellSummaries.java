package gotthard.overview;

import gotthard.graph.StepId;
import gotthard.world.CellId;
import gotthard.world.Effect;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Sums up cells over their sites and steps.
final class CellSummaries {
    private final List<Known> runs;

    /// A run with what is looked up in it.
    private record Known(
            Overview overview,
            boolean isLatest,
            Set<StepId> changed,
            Map<StepId, StepRow> steps,
            Map<StepId, Waiting> waiting) {
        static Known of(Overview overview, boolean isLatest) {
            return new Known(
                    overview,
                    isLatest,
                    Set.copyOf(overview.wayBack().steps()),
                    overview.steps().stream()
                            .collect(Collectors.toMap(StepRow::id, Function.identity())),
                    overview.waiting().stream()
                            .collect(
                                    Collectors.toMap(
                                            Waiting::step, Function.identity(), (one, _) -> one)));
        }

        /// What was done and stands.
        boolean hasChanged(StepRow row) {
            return changed.contains(row.id());
        }

        boolean isToCome(StepRow row) {
            return isLatest && !hasChanged(row) && row.stage() != Stage.LEFT_OUT;
        }

        /// The latest of the moments before which it, or something that it still needs, can't begin; empty where that is over.
        Optional<Instant> earliest(StepRow row) {
            var open = new ArrayDeque<StepRow>(List.of(row));
            var seen = new HashSet<StepId>();
            Optional<Instant> latest = Optional.empty();
            while (!open.isEmpty()) {
                StepRow one = open.removeFirst();
                if (seen.add(one.id())) {
                    latest =
                            Stream.concat(latest.stream(), one.notBefore().stream())
                                    .max(Comparator.naturalOrder());
                    one.waitsFor().stream()
                            .map(need -> Optional.ofNullable(steps.get(need)))
                            .flatMap(Optional::stream)
                            .forEach(open::add);
                }
            }
            return latest.filter(moment -> moment.isAfter(overview.at()));
        }
    }

    private CellSummaries(List<Known> runs) {
        this.runs = runs;
    }

    /// Of the rows of a matrix that something is copied in or done to.
    ///
    /// @param latest those of the runs that say what is still to come
    static List<CellSummary> of(Matrix matrix, List<Overview> runs, List<Overview> latest) {
        var summaries =
                new CellSummaries(
                        runs.stream().map(run -> Known.of(run, latest.contains(run))).toList());
        return matrix.rows().stream().map(summaries::of).toList();
    }

    private CellSummary of(Matrix.Row row) {
        Part all =
                row.at().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(Map.Entry::getValue)
                        .filter(Matrix.Standing::isTarget)
                        .map(Matrix.Standing::stored)
                        .reduce(Part.NONE, Part::and);
        Map<Known, List<StepRow>> steps = steps(row.cell());
        Map<Known, List<StepRow>> latest = new LinkedHashMap<>(steps);
        latest.keySet().removeIf(run -> !run.isLatest());
        return new CellSummary(
                row.cell(),
                all.mark(),
                all.moved(),
                all.verified(),
                all.total(),
                latest.values().stream()
                        .flatMap(List::stream)
                        .map(Lag::of)
                        .flatMap(Optional::stream)
                        .toList(),
                blockers(latest),
                backUntil(row.cell(), steps),
                all.origins());
    }

    private Map<Known, List<StepRow>> steps(CellId cell) {
        var steps = new LinkedHashMap<Known, List<StepRow>>();
        for (Known run : runs) {
            List<StepRow> own =
                    run.overview().steps().stream().filter(row -> row.touches(cell)).toList();
            if (!own.isEmpty()) {
                steps.put(run, own);
            }
        }
        return steps;
    }

    private static List<Waiting> blockers(Map<Known, List<StepRow>> steps) {
        var blockers = new LinkedHashSet<Waiting>();
        steps.forEach((run, own) -> blockers.addAll(blockers(run, own)));
        return List.copyOf(blockers);
    }

    /// What these steps wait for, and what those wait for that they need.
    private static List<Waiting> blockers(Known run, List<StepRow> own) {
        var blockers = new ArrayList<Waiting>();
        var open = new ArrayDeque<StepRow>(own);
        var seen = new HashSet<StepId>();
        while (!open.isEmpty()) {
            StepRow row = open.removeFirst();
            if (seen.add(row.id())) {
                Optional.ofNullable(run.waiting().get(row.id())).ifPresent(blockers::add);
                row.waitsFor().stream()
                        .map(need -> Optional.ofNullable(run.steps().get(need)))
                        .flatMap(Optional::stream)
                        .forEach(open::add);
            }
        }
        return blockers;
    }

    private static BackUntil backUntil(CellId cell, Map<Known, List<StepRow>> steps) {
        Optional<BackUntil> over =
                steps.entrySet().stream()
                        .flatMap(entry -> over(cell, entry.getKey(), entry.getValue()).stream())
                        .findFirst();
        if (over.isPresent()) {
            return over.get();
        }
        boolean isTouched =
                steps.entrySet().stream()
                        .anyMatch(
                                entry ->
                                        entry.getValue().stream()
                                                .anyMatch(entry.getKey()::hasChanged));
        return isTouched ? end(cell, steps) : new BackUntil.Nothing();
    }

    private static BackUntil end(CellId cell, Map<Known, List<StepRow>> steps) {
        var ends = new ArrayList<BackUntil.Before>();
        steps.forEach(
                (run, own) ->
                        own.stream()
                                .filter(row -> deletes(row, cell) && run.isToCome(row))
                                .map(row -> new BackUntil.Before(row.origin(), run.earliest(row)))
                                .forEach(ends::add));
        return ends.stream()
                .min(Comparator.comparing(end -> end.earliest().orElse(Instant.MIN)))
                .<BackUntil>map(Function.identity())
                .orElseGet(BackUntil.NoEnd::new);
    }

    private static Optional<BackUntil> over(CellId cell, Known run, List<StepRow> own) {
        return own.stream()
                .filter(row -> deletes(row, cell) && run.hasChanged(row))
                .findFirst()
                .<BackUntil>map(
                        row ->
                                new BackUntil.Over(
                                        row.started().orElse(run.overview().at()),
                                        Optional.of(row.origin())))
                .or(
                        () ->
                                run.overview()
                                        .operations()
                                        .collected()
                                        .map(at -> new BackUntil.Over(at, Optional.empty())));
    }

    private static boolean deletes(StepRow row, CellId cell) {
        return row.effects().stream()
                .anyMatch(effect -> effect instanceof Effect.Delete && effect.cell().equals(cell));
    }
}
