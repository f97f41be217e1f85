package gotthard.overview;

import gotthard.action.Progress;
import gotthard.graph.StepId;
import gotthard.journal.Ending;
import gotthard.journal.Event;
import gotthard.overview.Forecast.Reason;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Computes forecasts from the durations of steps that have ended.
final class Forecasting {
    private final Map<String, List<Duration>> past = new HashMap<>();

    /// How long something still takes.
    private record Span(Duration least, Duration most) {}

    /// @param runs whose ended steps are the past
    Forecasting(List<Overview> runs) {
        for (Overview run : runs) {
            for (StepRow row : run.steps()) {
                if (hasEnded(row)) {
                    past.computeIfAbsent(row.kind(), _ -> new ArrayList<>())
                            .add(row.duration().orElseThrow());
                }
            }
        }
    }

    private static boolean hasEnded(StepRow row) {
        return row.duration().isPresent()
                && (row.stage() == Stage.VERIFIED || row.stage() == Stage.CHANGED);
    }

    Forecast of(Overview overview) {
        RunSummary run = overview.run();
        Optional<Ending> ending = run.ending();
        if (ending.filter(how -> how == Ending.DONE).isPresent()) {
            return new Forecast.Ended(run.ended().orElse(run.last()));
        }
        if (run.direction() == Event.Direction.BACK
                || ending.filter(how -> how == Ending.CANCELLED).isPresent()) {
            return new Forecast.None(Reason.GOES_BACK, List.of());
        }
        List<StepRow> remaining = overview.steps().stream().filter(Forecasting::isLeft).toList();
        var spans = new HashMap<StepId, Span>();
        var unknown = new EnumMap<Reason, List<StepId>>(Reason.class);
        for (StepRow row : remaining) {
            span(row, overview.at())
                    .ifPresentOrElse(
                            span -> spans.put(row.id(), span),
                            () ->
                                    unknown.computeIfAbsent(reason(row), _ -> new ArrayList<>())
                                            .add(row.id()));
        }
        if (!unknown.isEmpty()) {
            var first = unknown.entrySet().iterator().next();
            return new Forecast.None(first.getKey(), first.getValue());
        }
        Duration least = path(remaining, spans, Span::least);
        Duration most = most(overview, remaining, spans);
        return ending.isEmpty() && overview.waiting().isEmpty()
                ? new Forecast.Between(
                        overview.at().plus(least),
                        overview.at().plus(most),
                        basis(remaining, overview.at()))
                : new Forecast.Following(least, most, basis(remaining, overview.at()));
    }

    /// Whether it is still to be done, in a run that goes forward: also what was undone, alone or with what depends on it.
    private static boolean isLeft(StepRow row) {
        return switch (row.stage()) {
            case PENDING,
                    HELD,
                    RUNNING,
                    RETRYING,
                    APPLIED,
                    FAILED,
                    UNKNOWN,
                    CHANGED,
                    WAIVER_ENDED,
                    ROLLING_BACK,
                    ROLLED_BACK,
                    ROLLBACK_FAILED ->
                    true;
            case LEFT_OUT, VERIFIED, RESOLVED, SKIPPED, WAIVED -> false;
        };
    }

    private Optional<Span> span(StepRow row, Instant now) {
        Optional<Span> byPast = byPast(row);
        Optional<Duration> byRate = byRate(row, now);
        if (byRate.isEmpty()) {
            return byPast;
        }
        Duration rate = byRate.get();
        return Optional.of(
                byPast.map(span -> new Span(min(span.least(), rate), max(span.most(), rate)))
                        .orElse(new Span(rate, rate)));
    }

    private Optional<Span> byPast(StepRow row) {
        List<Duration> all = past.getOrDefault(row.kind(), List.of());
        if (all.isEmpty()) {
            return Optional.empty();
        }
        Duration spent = isUnderway(row) ? row.duration().orElse(Duration.ZERO) : Duration.ZERO;
        Duration most = all.stream().max(Comparator.naturalOrder()).orElseThrow().minus(spent);
        Duration least = all.stream().min(Comparator.naturalOrder()).orElseThrow().minus(spent);
        return most.isNegative()
                ? Optional.empty()
                : Optional.of(new Span(max(least, Duration.ZERO), most));
    }

    private static boolean isUnderway(StepRow row) {
        return row.stage() == Stage.RUNNING || row.stage() == Stage.APPLIED;
    }

    /// By what the attempt has done since it began; more done than there is means that the total is not known.
    private static Optional<Duration> byRate(StepRow row, Instant now) {
        if (row.stage() != Stage.RUNNING) {
            return Optional.empty();
        }
        return row.progress()
                .filter(Forecasting::hasTotal)
                .flatMap(
                        progress ->
                                row.attempted()
                                        .map(began -> Duration.between(began, now))
                                        .filter(spent -> !spent.isNegative())
                                        .map(
                                                spent ->
                                                        remaining(
                                                                spent,
                                                                progress.done(),
                                                                progress.total().orElseThrow())));
    }

    private static boolean hasTotal(Progress progress) {
        return progress.done() > 0
                && progress.total().isPresent()
                && progress.total().getAsLong() >= progress.done();
    }

    private static Duration remaining(Duration spent, long done, long total) {
        return Duration.ofMillis(
                Math.round((double) spent.toMillis() / done * (double) (total - done)));
    }

    private Reason reason(StepRow row) {
        if (past.containsKey(row.kind())) {
            return Reason.LONGER_THAN_ANY;
        }
        return row.stage() == Stage.RUNNING ? Reason.NO_TOTAL : Reason.NO_PAST;
    }

    /// The longest way through what is left, where nothing waits for anything but what it needs.
    private static Duration path(
            List<StepRow> remaining,
            Map<StepId, Span> spans,
            java.util.function.Function<Span, Duration> taking) {
        var ends = new HashMap<StepId, Duration>();
        for (StepRow row : remaining) {
            Duration start =
                    row.waitsFor().stream()
                            .map(need -> ends.getOrDefault(need, Duration.ZERO))
                            .max(Comparator.naturalOrder())
                            .orElse(Duration.ZERO);
            Span span = spans.getOrDefault(row.id(), new Span(Duration.ZERO, Duration.ZERO));
            ends.put(row.id(), start.plus(taking.apply(span)));
        }
        return ends.values().stream().max(Comparator.naturalOrder()).orElse(Duration.ZERO);
    }

    private static Duration most(
            Overview overview, List<StepRow> remaining, Map<StepId, Span> spans) {
        Duration work =
                remaining.stream()
                        .map(
                                row ->
                                        spans.getOrDefault(
                                                row.id(), new Span(Duration.ZERO, Duration.ZERO)))
                        .map(Span::most)
                        .reduce(Duration.ZERO, Duration::plus);
        Duration shared = Duration.ofMillis(Math.round(work.toMillis() / sideBySide(overview)));
        return max(shared, path(remaining, spans, Span::most));
    }

    /// How many steps of the run have run at the same time, on average over the time in which any did; at least 1.
    private static double sideBySide(Overview overview) {
        List<StepRow> ended = overview.steps().stream().filter(Forecasting::hasEnded).toList();
        long work = ended.stream().mapToLong(row -> row.duration().orElseThrow().toMillis()).sum();
        long covered = 0;
        Instant reached = Instant.MIN;
        List<StepRow> sorted =
                ended.stream()
                        .sorted(Comparator.comparing(row -> row.started().orElseThrow()))
                        .toList();
        for (StepRow row : sorted) {
            Instant start = row.started().orElseThrow();
            Instant end = start.plus(row.duration().orElseThrow());
            Instant from = start.isAfter(reached) ? start : reached;
            if (from.isBefore(end)) {
                covered += Duration.between(from, end).toMillis();
                reached = end;
            }
        }
        return covered == 0 ? 1 : Math.max(1, (double) work / covered);
    }

    private Forecast.Basis basis(List<StepRow> remaining, Instant now) {
        int taken =
                remaining.stream()
                        .map(StepRow::kind)
                        .distinct()
                        .mapToInt(kind -> past.getOrDefault(kind, List.of()).size())
                        .sum();
        int measured = (int) remaining.stream().filter(row -> byRate(row, now).isPresent()).count();
        return new Forecast.Basis(remaining.size(), taken, measured);
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
