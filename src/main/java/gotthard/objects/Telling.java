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
import java.util.Optional;

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

    /// `31 versions, 36.1 MB, and 4 delete markers`.
    ///
    /// @param all with the markers
    static String versions(Amount all, long markers) {
        long versions = all.files() - markers;
        return String.format(
                        Locale.ROOT, "%,d %s", versions, versions == 1 ? "version" : "versions")
                + (all.bytes() == 0 ? "" : ", " + Amounts.bytes(all.bytes()))
                + (markers == 0
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                " and %,d delete %s",
                                markers,
                                markers == 1 ? "marker" : "markers"));
    }

    /// What would come, with some of its names.
    static Prediction.Change change(Copying copying, String amount, List<RelativePath> names) {
        Shelf target = copying.target().shelf();
        return new Prediction.Change(
                Prediction.Sign.CREATE,
                new Locator(
                        target.server(),
                        target.bucket() + (target.folder().isEmpty() ? "" : "/" + target.folder())),
                amount,
                names.stream().limit(EXAMPLES).map(RelativePath::toString).toList());
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
            only(target, check.extra()).ifPresent(lines::add);
        }
        return lines;
    }

    private static Optional<String> only(Shelf target, Check.Extra extra) {
        return extra.count() == 0
                ? Optional.empty()
                : Optional.of(
                        "only %s has: %s, such as %s"
                                .formatted(
                                        target.shown(),
                                        count(extra.count()),
                                        extra.some().getFirst()));
    }

    static Evidence histories(List<HistoryCheck> checks, Level level, SiteName from, SiteName to) {
        long compared = checks.stream().mapToLong(HistoryCheck::compared).sum();
        long markers = checks.stream().mapToLong(HistoryCheck::markers).sum();
        long objects = checks.stream().mapToLong(HistoryCheck::objects).sum();
        var read = new Amount(compared, checks.stream().mapToLong(HistoryCheck::bytes).sum());
        String what = versions(read, markers) + " of " + count(objects) + ", in their order";
        String words =
                switch (level) {
                    case FULL -> "%s, equal by SHA-256 at %s and %s".formatted(what, from, to);
                    case RECORDED ->
                            "%s, read at %s, equal to the SHA-256 that the copy recorded; their number and sizes are those of %s"
                                    .formatted(what, to, from);
                    case SAMPLE, COUNT ->
                            "%s, of equal sizes at %s and %s; content not compared"
                                    .formatted(what, from, to);
                };
        return new Evidence(
                compared,
                checks.stream().mapToLong(HistoryCheck::of).sum(),
                read.bytes(),
                words,
                checks.stream()
                        .flatMap(
                                check ->
                                        only(check.copying().target().shelf(), check.extra())
                                                .stream())
                        .toList());
    }
}
