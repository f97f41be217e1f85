package gotthard.page;

import gotthard.action.Evidence;
import gotthard.inventory.SiteName;
import gotthard.overview.BigProgramme;
import gotthard.world.Effect;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/// What the entries of several runs say together, reckoned without anything that reports are made with.
final class RetoldProgramme {
    private static final Set<String> VERIFIED = Set.of("verified", "resolved and verified");

    private final List<RetoldRun> runs;
    private final Map<String, RetoldRun> latest = new LinkedHashMap<>();
    private final Map<String, RetoldStep> standing = new LinkedHashMap<>();

    RetoldProgramme(List<BigProgramme.Made> made, Instant now) {
        runs =
                made.stream()
                        .map(one -> new RetoldRun(one, now))
                        .sorted(
                                Comparator.comparing((RetoldRun run) -> run.started)
                                        .thenComparing(run -> run.id))
                        .toList();
        runs.forEach(run -> latest.put(run.plan(), run));
        for (RetoldRun run : runs) {
            for (RetoldStep step : run.all()) {
                if (step.since() != null || run.equals(latest.get(run.plan()))) {
                    standing.merge(
                            run.plan() + " " + step.listed.id(),
                            step,
                            (known, later) -> later.since() == null ? known : later);
                }
            }
        }
    }

    /// What one step brings of a cell to a site.
    private record Brought(String cell, SiteName site, RetoldStep step, boolean isAlone) {
        long[] shares() {
            long[] shares = step.shares();
            return isAlone
                    ? shares
                    : new long[] {shares[0], shares[1], RetoldStep.UNKNOWN, RetoldStep.UNKNOWN};
        }

        boolean isWhole() {
            Evidence evidence = step.standing();
            return VERIFIED.contains(step.word())
                    && evidence != null
                    && evidence.compared() >= evidence.of();
        }
    }

    private List<Brought> brought() {
        var all = new ArrayList<Brought>();
        for (RetoldStep step : standing.values()) {
            List<Effect.Copy> copies =
                    step.listed.effects().stream()
                            .filter(Effect.Copy.class::isInstance)
                            .map(Effect.Copy.class::cast)
                            .toList();
            if (!step.word().equals("left out")) {
                copies.forEach(
                        copy ->
                                all.add(
                                        new Brought(
                                                copy.cell().toString(),
                                                copy.at(),
                                                step,
                                                copies.size() == 1)));
            }
        }
        return all;
    }

    Map<String, String> steps() {
        var steps = new TreeMap<String, String>();
        for (RetoldRun run : runs) {
            run.all().forEach(step -> steps.put(run.id + " " + step.listed.id(), step.line()));
        }
        return steps;
    }

    Map<String, String> ends() {
        var ends = new TreeMap<String, String>();
        runs.forEach(run -> ends.put(run.id, run.ending + " " + RetoldStep.text(run.ended)));
        return ends;
    }

    /// Moved, verified, the total, and how much it has grown.
    Map<String, String> cells() {
        var shares = new TreeMap<String, List<long[]>>();
        for (RetoldStep step : standing.values()) {
            for (Effect effect : step.listed.effects()) {
                if (effect instanceof Effect.Copy
                        || effect instanceof Effect.Deploy
                        || effect instanceof Effect.Processing) {
                    shares.putIfAbsent(effect.cell().toString(), new ArrayList<>());
                }
            }
        }
        brought().forEach(one -> shares.get(one.cell()).add(one.shares()));
        var cells = new TreeMap<String, String>();
        shares.forEach(
                (cell, all) ->
                        cells.put(
                                cell,
                                String.join(
                                        " ",
                                        RetoldStep.text(least(all, 0)),
                                        RetoldStep.text(least(all, 1)),
                                        RetoldStep.text(sum(all, 2)),
                                        sum(all, 2) == RetoldStep.UNKNOWN
                                                ? "unknown"
                                                : Long.toString(sum(all, 2) - sum(all, 3)))));
        return cells;
    }

    private static long least(List<long[]> all, int which) {
        return all.stream().mapToLong(one -> one[which]).min().orElse(RetoldStep.UNKNOWN);
    }

    private static long sum(List<long[]> all, int which) {
        return all.isEmpty() || all.stream().anyMatch(one -> one[which] == RetoldStep.UNKNOWN)
                ? RetoldStep.UNKNOWN
                : all.stream().mapToLong(one -> one[which]).sum();
    }

    long moving() {
        return brought().stream().map(Brought::cell).distinct().count();
    }

    long verified() {
        return brought().stream()
                .map(Brought::cell)
                .distinct()
                .filter(
                        cell ->
                                brought().stream()
                                        .filter(one -> one.cell().equals(cell))
                                        .allMatch(Brought::isWhole))
                .count();
    }

    /// Things and bytes that were compared, of cells at sites where that is known of all that was brought there.
    String compared() {
        var places = new LinkedHashMap<String, List<Brought>>();
        brought()
                .forEach(
                        one ->
                                places.computeIfAbsent(
                                                one.cell() + " " + one.site(),
                                                _ -> new ArrayList<>())
                                        .add(one));
        long things = 0;
        long bytes = 0;
        for (List<Brought> all : places.values()) {
            if (all.stream().allMatch(one -> one.isAlone() && one.step().standing() != null)) {
                for (Brought one : all) {
                    Evidence evidence = Objects.requireNonNull(one.step().standing());
                    things += evidence.compared();
                    bytes += evidence.bytes();
                }
            }
        }
        return things + " " + bytes;
    }

    /// What keeps each cell from going on, since when, and whose it is.
    Map<String, Set<String>> blockers() {
        var blockers = new TreeMap<String, Set<String>>();
        for (String cell : cells().keySet()) {
            var all = new java.util.TreeSet<String>();
            for (RetoldRun run : latest.values()) {
                all.addAll(run.blockers(touching(run, cell)));
            }
            blockers.put(cell, all);
        }
        return blockers;
    }

    /// How far each cell is behind, by its steps.
    Map<String, List<String>> lags() {
        var lags = new TreeMap<String, List<String>>();
        for (String cell : cells().keySet()) {
            lags.put(
                    cell,
                    latest.values().stream()
                            .flatMap(
                                    run ->
                                            touching(run, cell).stream()
                                                    .filter(step -> !step.behind().isEmpty())
                                                    .map(
                                                            step ->
                                                                    run.id
                                                                            + " "
                                                                            + step.listed.id()
                                                                            + " "
                                                                            + step.behind()))
                            .sorted()
                            .toList());
        }
        return lags;
    }

    /// Until when each cell can be rolled back; no window is told of in these programmes, and nothing is removed that is kept for it.
    Map<String, String> waysBack() {
        var ways = new TreeMap<String, String>();
        for (String cell : cells().keySet()) {
            boolean isDone = false;
            boolean isTouched = false;
            @Nullable RetoldStep next = null;
            for (RetoldRun run : runs) {
                for (RetoldStep step : touching(run, cell)) {
                    boolean deletes = step.deletes(cell);
                    isTouched |= step.isTouched();
                    isDone |= deletes && step.isTouched();
                    boolean isToCome =
                            deletes
                                    && !step.isTouched()
                                    && !step.word().equals("left out")
                                    && run.equals(latest.get(run.plan()));
                    if (isToCome
                            && (next == null || earliest(step).compareTo(earliest(next)) < 0)) {
                        next = step;
                    }
                }
            }
            ways.put(
                    cell,
                    isDone
                            ? "CLOSED unknown"
                            : !isTouched
                                    ? "NOTHING unknown"
                                    : next == null
                                            ? "OPEN unknown"
                                            : "OPEN_UNTIL_STEP "
                                                    + RetoldStep.text(
                                                            earliest(next).isEmpty()
                                                                    ? null
                                                                    : earliest(next)));
        }
        return ways;
    }

    /// The latest day before which it, or what it still needs, may not begin, where that is to come.
    private String earliest(RetoldStep step) {
        RetoldRun run = runs.stream().filter(one -> one.id.equals(step.run)).findFirst().get();
        String latest = run.day(step);
        for (RetoldStep need : run.awaited(step)) {
            latest = latest.compareTo(earliest(need)) < 0 ? earliest(need) : latest;
        }
        return latest;
    }

    private static List<RetoldStep> touching(RetoldRun run, String cell) {
        return run.all().stream()
                .filter(
                        step ->
                                step.listed.effects().stream()
                                        .anyMatch(effect -> effect.cell().toString().equals(cell)))
                .toList();
    }

    Map<String, RetoldForecast> forecasts() {
        var forecasts = new TreeMap<String, RetoldForecast>();
        latest.forEach((plan, run) -> forecasts.put(plan, new RetoldForecast(runs, run)));
        return forecasts;
    }

    /// By the plans.
    Map<String, String> lights() {
        var lights = new TreeMap<String, String>();
        forecasts().forEach((plan, forecast) -> lights.put(plan, forecast.light()));
        return lights;
    }
}
