package gotthard.dataset;

import gotthard.action.Difference;
import gotthard.action.Failure;
import gotthard.action.Route;
import gotthard.transfer.Amount;
import gotthard.transfer.Amounts;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Says what was found, as plans and reports show it.
final class Telling {
    private Telling() {}

    /// `2,000 files`.
    static String count(List<Route> routes, long things) {
        String thing = routes.getFirst().thing();
        return String.format(Locale.ROOT, "%,d %s", things, things == 1 ? thing : thing + "s");
    }

    /// `2019-03-04T10:00:00Z`.
    static String moment(Optional<Instant> asOf) {
        return asOf.map(Instant::toString).orElse("an unknown moment");
    }

    /// Why nothing is brought.
    static Failure inTheWay(List<Difference> differences) {
        String more =
                differences.size() > 1 ? " (and %,d more)".formatted(differences.size() - 1) : "";
        return Failure.refused(
                differences.getFirst() + more + "; nothing is overwritten",
                "find out who changed it; put back what was there or move it away, or leave this region out");
    }

    /// What equal things prove.
    ///
    /// @param where both ends, in words: `moscow and zurich-1`
    static String equal(List<Route> routes, Level level, Route.Compared sum, String where) {
        String things = count(routes, sum.compared());
        var read = new Amount(sum.compared(), sum.bytes());
        return switch (level) {
            case FULL ->
                    "%s, %s, equal by SHA-256 at %s"
                            .formatted(things, Amounts.bytes(read.bytes()), where);
            case SAMPLE ->
                    String.format(
                            Locale.ROOT,
                            "%s of %,d, chosen at random, equal by SHA-256 at %s; with 95 %% confidence fewer than %.2f %% differ",
                            things,
                            sum.of(),
                            where,
                            sum.compared() >= sum.of() ? 0.0 : 300.0 / sum.compared());
            case RECORDED ->
                    "%s, %s, equal to the SHA-256 that was recorded; names and sizes are the same at %s"
                            .formatted(things, Amounts.bytes(read.bytes()), where);
            case COUNT ->
                    "%s of equal names and sizes at %s; content not compared"
                            .formatted(things, where);
        };
    }
}
