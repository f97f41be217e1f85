package gotthard.files;

import gotthard.action.Difference;
import gotthard.action.Evidence;
import gotthard.action.Locator;
import gotthard.action.Prediction;
import gotthard.inventory.SiteName;
import gotthard.transfer.Amounts;
import gotthard.transfer.Deviation;
import gotthard.transfer.Item;

import java.util.ArrayList;
import java.util.List;

/// Says what was found and what would change, as plans and reports show it.
final class Telling {
    private static final int MOST_DIFFERENCES = 100;
    private static final int MOST_NAMED = 10;

    private Telling() {}

    static Prediction.Change change(Check check) {
        List<Item> items =
                check.deviations().stream()
                        .filter(deviation -> deviation instanceof Deviation.Missing)
                        .map(deviation -> ((Deviation.Missing) deviation).wanted())
                        .filter(item -> !(item instanceof Item.Folder))
                        .toList();
        return change(check.copying(), items);
    }

    static Prediction.Change change(Copying copying, List<Item> items) {
        long bytes = items.stream().mapToLong(Arrival::size).sum();
        return new Prediction.Change(
                Prediction.Sign.CREATE,
                new Locator(copying.target().host().name(), copying.target().path()),
                "%s, %s".formatted(Amounts.files(items.size()), Amounts.bytes(bytes)),
                items.stream().limit(3).map(item -> item.path().toString()).toList());
    }

    static Evidence evidence(List<Check> checks, Level level, SiteName from, SiteName to) {
        long equal = checks.stream().mapToLong(Check::equal).sum();
        long of = checks.stream().mapToLong(Check::of).sum();
        long bytes = checks.stream().mapToLong(Check::bytes).sum();
        String words =
                switch (level) {
                    case FULL ->
                            "%s, %s, equal by SHA-256 at %s and %s%s"
                                    .formatted(
                                            Amounts.files(equal),
                                            Amounts.bytes(bytes),
                                            from,
                                            to,
                                            others(checks));
                    case RECORDED ->
                            "%s, %s, read at %s, equal to the SHA-256 that the copy recorded; names and sizes are those of %s"
                                    .formatted(
                                            Amounts.files(equal), Amounts.bytes(bytes), to, from);
                    case COUNT ->
                            "%s of equal names and sizes at %s and %s; content not compared"
                                    .formatted(Amounts.files(equal), from, to);
                    case SAMPLE ->
                            "%s of %,d, chosen at random, equal by SHA-256 at %s and %s; with 95 %% confidence fewer than %.2f %% differ"
                                    .formatted(
                                            Amounts.files(equal),
                                            of,
                                            from,
                                            to,
                                            equal == of ? 0.0 : 300.0 / equal);
                };
        return new Evidence(equal, of, bytes, words, List.of());
    }

    /// What stands beside them, by name as far as it is little.
    private static String others(List<Check> checks) {
        List<String> others = checks.stream().map(Check::others).flatMap(List::stream).toList();
        if (others.isEmpty()) {
            return "";
        }
        String names = String.join(", ", others.subList(0, Math.min(MOST_NAMED, others.size())));
        return "; beside them %s that the source does not have: %s%s"
                .formatted(
                        Amounts.files(others.size()),
                        names,
                        others.size() > MOST_NAMED ? " …" : "");
    }

    static List<Difference> shortened(List<Difference> all) {
        if (all.size() <= MOST_DIFFERENCES) {
            return all;
        }
        var some = new ArrayList<>(all.subList(0, MOST_DIFFERENCES));
        boolean foreign =
                all.stream().anyMatch(difference -> difference.owner() == Difference.Owner.FOREIGN);
        some.add(
                new Difference(
                        "%,d more".formatted(all.size() - MOST_DIFFERENCES),
                        "as at the source",
                        "other",
                        foreign ? Difference.Owner.FOREIGN : Difference.Owner.OURS_OR_ABSENT));
        return some;
    }
}
