package gotthard.objects;

import gotthard.action.Evidence;
import gotthard.action.Locator;
import gotthard.action.Prediction;
import gotthard.inventory.SiteName;
import gotthard.transfer.Amount;
import gotthard.transfer.Amounts;
import gotthard.transfer.RelativePath;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Says what was found and what would change, as plans and reports show it.
final class Telling {
    private static final int EXAMPLES = 3;

    private Telling() {}

    /// `2,000 objects, 36.1 MB`.
    static String amount(Amount amount) {
        return count(amount.files()) + ", " + Amounts.bytes(amount.bytes());
    }

    static String count(long objects) {
        return String.format(Locale.ROOT, "%,d %s", objects, objects == 1 ? "object" : "objects");
    }

    static Prediction.Change change(Copying copying, Bringing bringing) {
        Shelf target = copying.target().shelf();
        return new Prediction.Change(
                Prediction.Sign.CREATE,
                new Locator(
                        target.server(),
                        target.bucket() + (target.folder().isEmpty() ? "" : "/" + target.folder())),
                amount(bringing.missing()),
                bringing.examples().stream().limit(EXAMPLES).map(RelativePath::toString).toList());
    }

    static Evidence evidence(List<Check> checks, Level level, SiteName from, SiteName to) {
        long compared = checks.stream().mapToLong(Check::compared).sum();
        long of = checks.stream().mapToLong(check -> check.source().count()).sum();
        var read = new Amount(compared, checks.stream().mapToLong(Check::bytes).sum());
        String words =
                switch (level) {
                    case FULL ->
                            "%s, equal by SHA-256 at %s and %s".formatted(amount(read), from, to);
                    case SAMPLE ->
                            String.format(
                                    Locale.ROOT,
                                    "%s of %,d, chosen at random, equal by SHA-256 at %s and %s; with 95 %% confidence fewer than %.2f %% differ",
                                    count(compared),
                                    of,
                                    from,
                                    to,
                                    compared == of ? 0.0 : 300.0 / compared);
                    case RECORDED ->
                            "%s, read at %s, equal to the SHA-256 that the copy recorded; names and sizes are those of %s"
                                    .formatted(amount(read), to, from);
                    case COUNT ->
                            "%s of equal names and sizes at %s and %s; content not compared"
                                    .formatted(count(compared), from, to);
                };
        return new Evidence(compared, of, read.bytes(), words, details(checks, level));
    }

    static List<String> details(List<Check> checks, Level level) {
        var lines = new ArrayList<String>();
        for (Check check : checks) {
            Shelf target = check.copying().target().shelf();
            if (level == Level.FULL) {
                lines.add(
                        "root of the manifest of %s: %s"
                                .formatted(
                                        check.copying().source().shelf().shown(),
                                        check.source().root().hex()));
            }
            if (check.extra().count() > 0) {
                lines.add(
                        "only %s has: %s, such as %s"
                                .formatted(
                                        target.shown(),
                                        count(check.extra().count()),
                                        check.extra().some().getFirst()));
            }
        }
        return lines;
    }
}
