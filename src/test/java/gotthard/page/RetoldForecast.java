package gotthard.page;

import gotthard.action.Progress;
import gotthard.graph.StepId;
import gotthard.journal.Ending;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// When a run ends and which light it has, reckoned from its entries and its documents by the rules that reports print.
final class RetoldForecast {
    private final List<RetoldRun> runs;
    private final RetoldRun run;
    private final Map<StepId, long[]> spans = new HashMap<>();
    private final List<String> unknown = new ArrayList<>();
    private String reason = "";

    /// @param runs whose ended steps tell how long things take
    RetoldForecast(List<RetoldRun> runs, RetoldRun run) {
        this.runs = runs;
        this.run = run;
        var reasons = new TreeMap<Integer, List<String>>();
        for (RetoldStep step : left()) {
            long[] span = span(step);
            if (span.length == 0) {
                reasons.computeIfAbsent(reason(step), _ -> new ArrayList<>())
                        .add(step.listed.id().value());
            } else {
                spans.put(step.listed.id(), span);
            }
        }
        if (!reasons.isEmpty()) {
            reason =
                    List.of("NO_TOTAL", "NO_PAST", "LONGER_THAN_ANY")
                            .get(reasons.firstEntry().getKey());
            unknown.addAll(reasons.firstEntry().getValue());
        }
    }

    private List<RetoldStep> left() {
        return run.all().stream().filter(RetoldStep::isLeft).toList();
    }

    private List<Long> past(String kind) {
        return runs.stream()
                .flatMap(one -> one.all().stream())
                .filter(step -> step.listed.kind().equals(kind) && step.hasEnded())
                .map(step -> step.took().toMillis())
                .sorted()
                .toList();
    }

    private int reason(RetoldStep step) {
        if (!past(step.listed.kind()).isEmpty()) {
            return 2;
        }
        return step.word().equals("running") ? 0 : 1;
    }

    /// The least and the most that a step still takes, in milliseconds; nothing where that is unknown.
    private long[] span(RetoldStep step) {
        List<Long> past = past(step.listed.kind());
        long spent =
                step.word().equals("running") || step.word().equals("applied, not verified")
                        ? step.took().toMillis()
                        : 0;
        long rate = rate(step);
        boolean isPast = !past.isEmpty() && past.getLast() >= spent;
        if (!isPast) {
            return rate < 0 ? new long[0] : new long[] {rate, rate};
        }
        long least = Math.max(0, past.getFirst() - spent);
        long most = past.getLast() - spent;
        return rate < 0
                ? new long[] {least, most}
                : new long[] {Math.min(least, rate), Math.max(most, rate)};
    }

    /// What is left of the attempt that runs, at the speed that it has had; below 0 where that is unknown.
    private static long rate(RetoldStep step) {
        Progress progress = step.progress;
        if (!step.word().equals("running")
                || progress == null
                || progress.total().isEmpty()
                || progress.done() <= 0
                || progress.done() > progress.total().getAsLong()) {
            return -1;
        }
        double each = (double) step.attempt().toMillis() / progress.done();
        return Math.round(each * (progress.total().getAsLong() - progress.done()));
    }

    /// How long the longest chain of steps takes of which each needs the one before.
    private long chain(RetoldStep step, int which) {
        long before = 0;
        for (RetoldStep need : run.awaited(step)) {
            before = Math.max(before, need.isLeft() ? chain(need, which) : 0);
        }
        return before + spans.get(step.listed.id())[which];
    }

    private long chain(int which) {
        return left().stream().mapToLong(step -> chain(step, which)).max().orElse(0);
    }

    long least() {
        return chain(0);
    }

    long most() {
        long work = left().stream().mapToLong(step -> spans.get(step.listed.id())[1]).sum();
        return Math.max(chain(1), Math.round(work / atOnce()));
    }

    /// How many steps ran at once on average, while any did; counted between all moments at which one began or ended.
    private double atOnce() {
        var changes = new TreeMap<Instant, Integer>();
        for (RetoldStep step : run.all()) {
            if (step.hasEnded()) {
                changes.merge(step.began(), 1, Integer::sum);
                changes.merge(step.began().plus(step.took()), -1, Integer::sum);
            }
        }
        long work = 0;
        long covered = 0;
        int running = 0;
        @Nullable Instant before = null;
        for (var change : changes.entrySet()) {
            if (before != null && running > 0) {
                long length = Duration.between(before, change.getKey()).toMillis();
                work += running * length;
                covered += length;
            }
            running += change.getValue();
            before = change.getKey();
        }
        return covered == 0 ? 1 : Math.max(1, (double) work / covered);
    }

    boolean isDone() {
        return run.ending == Ending.DONE;
    }

    boolean goesBack() {
        return run.goesBack || run.ending == Ending.CANCELLED;
    }

    boolean isKnown() {
        return !isDone() && !goesBack() && unknown.isEmpty();
    }

    /// Whether nobody says when it goes on.
    boolean waits() {
        return run.ending != null || run.all().stream().anyMatch(RetoldStep::isWaiting);
    }

    @Nullable Instant ended() {
        return isDone() ? run.ended : null;
    }

    /// Why there is none, and the steps of which nothing is known.
    String none() {
        return goesBack() ? "GOES_BACK []" : reason + " " + unknown;
    }

    /// How many steps are left, how many past ones their kinds had, and how many go at a known speed.
    String basis() {
        long past =
                left().stream()
                        .map(step -> step.listed.kind())
                        .distinct()
                        .mapToLong(kind -> past(kind).size())
                        .sum();
        long measured = left().stream().filter(step -> rate(step) >= 0).count();
        return left().size() + " " + past + " " + measured;
    }

    /// The first of the rules that is true, with its light.
    String light() {
        boolean isEnded = run.ending != null;
        if (run.has("rollback failed") || run.ending == Ending.ROLLBACK_FAILED) {
            return "red ROLLBACK_FAILED";
        }
        if (run.has("failed") || run.ending == Ending.FAILED) {
            return "red FAILED";
        }
        if (run.has("unknown") || run.ending == Ending.UNKNOWN) {
            return "red UNKNOWN";
        }
        if (run.has("changed since")) {
            return "red CHANGED";
        }
        if (!isDone() && isLate(run.now)) {
            return "red OVERDUE";
        }
        if (isKnown() && isLate(run.now.plusMillis(least()))) {
            return "red LATE";
        }
        if (run.all().stream().anyMatch(RetoldStep::isWaiting)) {
            return "amber WAITS";
        }
        if (goesBack()) {
            return "amber BACK";
        }
        if (run.hasWaivers || run.all().stream().anyMatch(RetoldStep::counts)) {
            return "amber UNPROVEN";
        }
        if (isDone()) {
            return isLate(run.ended) ? "amber DONE_LATE" : "green DONE";
        }
        if (isEnded) {
            return "amber STOPPED";
        }
        if (isKnown() && isLate(run.now.plusMillis(most()))) {
            return "amber MAY_BE_LATE";
        }
        if (run.due() != null) {
            return isKnown() ? "green ON_TIME" : "amber NOT_KNOWN";
        }
        return "green UNDERWAY";
    }

    private boolean isLate(Instant moment) {
        LocalDate due = run.due();
        return due != null && LocalDate.ofInstant(moment, ZoneOffset.UTC).isAfter(due);
    }
}
