package gotthard.files.jobs;

import gotthard.action.Failure;
import gotthard.action.Progress;
import gotthard.kubernetes.OwnPod;
import gotthard.transfer.report.Report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// How far movers are, by what they say themselves.
final class Account {
    private final String doing;
    private Progress last;
    private Optional<Instant> before = Optional.empty();

    Account(String doing) {
        this.doing = doing;
        this.last = new Progress(0, OptionalLong.empty(), Progress.Unit.BYTES, doing);
    }

    /// The total is known when every mover at a target has heard all of its source's manifest.
    Progress of(List<Look> looks, boolean isSpared, Instant now) throws InterruptedException {
        var reports = new ArrayList<Report>();
        int shards = 0;
        String waits = "";
        for (Look look : looks) {
            shards += look.jobs().shards();
            for (OwnPod pod : look.atTarget()) {
                report(look, pod).ifPresent(reports::add);
            }
            waits = waits.isEmpty() ? waiting(look) : waits;
        }
        long done = reports.stream().mapToLong(Account::done).sum();
        boolean isKnown =
                reports.size() >= shards
                        && reports.stream().allMatch(report -> report.root().isPresent());
        OptionalLong total =
                isKnown
                        ? OptionalLong.of(
                                Math.max(done, reports.stream().mapToLong(Account::total).sum()))
                        : OptionalLong.empty();
        String words = isSpared ? "waits, since a site is spared" : waits.isEmpty() ? doing : waits;
        last = new Progress(done, total, Progress.Unit.BYTES, words + speed(done, now));
        before = Optional.of(now);
        return last;
    }

    Progress unseen(Failure failure) {
        return new Progress(
                last.done(),
                last.total(),
                last.unit(),
                "the movers go on unseen: " + failure.what());
    }

    private String speed(long done, Instant now) {
        long millis = before.map(then -> Duration.between(then, now).toMillis()).orElse(0L);
        long moved = done - last.done();
        return millis <= 0 || moved <= 0 ? "" : ", %.1f MB/s".formatted(moved / 1000.0 / millis);
    }

    private static Optional<Report> report(Look look, OwnPod pod) throws InterruptedException {
        if (pod.exit().isPresent()) {
            return Look.report(pod);
        }
        return pod.isRunning()
                ? look.jobs().target().ask(pod, Specs.CONTROL_PORT, "/progress").flatMap(Look::read)
                : Optional.empty();
    }

    private static long done(Report report) {
        return report.placed().bytes() + report.compared().bytes();
    }

    private static long total(Report report) {
        return switch (report.role()) {
            case RECEIVE, SEND, WITHDRAW, TELL, DECIDE, COVER, CLEAR -> report.wanted().bytes();
            case COMPARE_RECEIVE, COMPARE_SEND -> report.listed().bytes();
        };
    }

    private static String waiting(Look look) {
        return Stream.concat(look.atTarget().stream(), look.atSource().stream())
                .filter(pod -> !pod.isRunning() && pod.exit().isEmpty())
                .map(
                        pod ->
                                "waits for the pod "
                                        + pod.name()
                                        + (pod.waits().isEmpty() ? "" : ": " + pod.waits()))
                .findFirst()
                .orElse("");
    }
}
