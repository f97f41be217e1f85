package gotthard.files.jobs;

import gotthard.action.Failure;
import gotthard.action.Unreachable;
import gotthard.transfer.Amount;
import gotthard.transfer.report.Ending;
import gotthard.transfer.report.Report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/// What all shards come to together: as bad as the worst of them.
///
/// @param reports of those that have told how they ended
/// @param failure of one that could not begin
/// @param unknown of one that has ended without telling how
/// @param begun when the first of the movers at the source was started, where that is known of all
record Sum(
        List<Report> reports,
        Optional<Failure> failure,
        Optional<Failure> unknown,
        Optional<Instant> begun) {
    private static final int MOST_NAMED = 10;

    static Sum of(List<Shard> shards) {
        var reports = new ArrayList<Report>();
        Optional<Failure> failure = Optional.empty();
        Optional<Failure> unknown = Optional.empty();
        var begun = new ArrayList<Instant>();
        for (Shard shard : shards) {
            switch (shard) {
                case Shard.Ended(var report, var start) -> {
                    reports.add(report);
                    start.ifPresent(begun::add);
                }
                case Shard.Stuck(var why) -> failure = failure.or(() -> Optional.of(why));
                case Shard.Unknown(var why) -> unknown = unknown.or(() -> Optional.of(why));
                case Shard.Working _ -> throw new IllegalStateException("it still works");
            }
        }
        return new Sum(
                List.copyOf(reports),
                failure,
                unknown,
                begun.size() == shards.size()
                        ? begun.stream().min(Instant::compareTo)
                        : Optional.empty());
    }

    /// The same, where every shard has come to an end of its own.
    Sum known() throws Unreachable {
        Optional<Failure> bad = unknown.or(this::stopped);
        if (bad.isPresent()) {
            throw new Unreachable(bad.get());
        }
        return this;
    }

    /// When the source was listed, or before; what was written there before this moment was seen. In whole seconds, by its own clock.
    Instant asOf(Order order) throws Unreachable {
        long listed = known().files(Report::listed);
        if (listed == 0) {
            throw new Unreachable(
                    Failure.refused(
                            order.cells().getFirst().from()
                                    + " holds no files, and nothing compared proves nothing",
                            "check the folder of the store; if it is right, leave this region out of the step"));
        }
        return begun(order);
    }

    /// The same, of a source that may hold nothing.
    Instant begun(Order order) throws Unreachable {
        if (known().begun.isEmpty()) {
            throw new Unreachable(
                    Failure.transientFailure(
                            "nobody knows when the movers at %s began: their pods are gone"
                                    .formatted(order.from()),
                            "look who removed them; another attempt makes new ones"));
        }
        return begun.get();
    }

    boolean has(Ending ending) {
        return reports.stream().anyMatch(report -> report.ended() == ending);
    }

    /// Why it has come to no end, of the first shard that has not.
    Optional<Failure> stopped() {
        return failure.or(() -> failure(Ending.STOPPED)).or(() -> failure(Ending.BROKEN));
    }

    private Optional<Failure> failure(Ending ending) {
        return reports.stream()
                .filter(report -> report.ended() == ending)
                .map(
                        report ->
                                new Failure(
                                        ending == Ending.STOPPED
                                                ? Failure.Kind.REFUSED
                                                : Failure.Kind.TRANSIENT,
                                        report.what().isEmpty()
                                                ? "a mover has ended as " + ending.word()
                                                : report.what(),
                                        report.next()))
                .findFirst();
    }

    long files(Function<Report, Amount> amount) {
        return total(report -> amount.apply(report).files());
    }

    long bytes(Function<Report, Amount> amount) {
        return total(report -> amount.apply(report).bytes());
    }

    long total(ToLongFunction<Report> number) {
        return reports.stream().mapToLong(number).sum();
    }

    /// How long each shard took, and how much of that until both ends had met.
    List<String> times() {
        return reports.stream()
                .map(
                        report ->
                                "shard %d of %d: %,d files in %.1f s, of which %.1f s until both ends had met"
                                        .formatted(
                                                report.shard() + 1,
                                                report.shards(),
                                                report.placed().files(),
                                                report.millis() / 1000.0,
                                                report.readyMillis() / 1000.0))
                .toList();
    }

    /// The first of those that failed.
    List<Report.Trouble> troubles() {
        return reports.stream()
                .flatMap(report -> report.troubles().stream())
                .limit(MOST_NAMED)
                .toList();
    }

    /// Those that failed, as a person is told: ten of them by name.
    String named() {
        return troubles().stream()
                .map(trouble -> trouble.path() + ": " + trouble.what())
                .collect(Collectors.joining("; "));
    }
}
