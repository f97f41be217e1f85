package gotthard.clearing;

import gotthard.action.Context;
import gotthard.action.Difference;
import gotthard.action.Unreachable;
import gotthard.inventory.Selection;
import gotthard.inventory.SiteName;
import gotthard.transfer.Amount;
import gotthard.transfer.RelativePath;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// How one cell stands now: what is left of it where it is deleted, and what the other sites have.
///
/// @param amounts what each of the other sites has
/// @param lacking what they no longer have as it was read before it was deleted, with words
record Standing(
        Clearing clearing,
        Ground ground,
        Look look,
        Map<SiteName, Amount> amounts,
        Map<RelativePath, String> lacking) {
    static Standing of(Clearing clearing, Context context)
            throws Unreachable, InterruptedException {
        Ground ground = clearing.at().open(context);
        if (!ground.isThere()) {
            throw new Unreachable(Telling.notThere(ground));
        }
        Look look = Look.of(clearing, ground, context);
        Decided decided = Decided.read(ground.notes());
        var amounts = new LinkedHashMap<SiteName, Amount>();
        var lacking = new TreeMap<RelativePath, String>();
        for (Spot spot : clearing.covered()) {
            Ground there = spot.open(context);
            amounts.put(spot.site(), amount(clearing, ground, there));
            if (look.toDelete().isEmpty() && !decided.all().isEmpty()) {
                Decision.lacking(decided, there).forEach(lacking::putIfAbsent);
            }
        }
        return new Standing(clearing, ground, look, amounts, lacking);
    }

    private static Amount amount(Clearing clearing, Ground ground, Ground there)
            throws Unreachable, InterruptedException {
        Map<RelativePath, Long> all = there.list();
        if (clearing.at().place().selection() instanceof Selection.Listed list) {
            all.keySet().retainAll(ground.names(list));
        }
        return new Amount(all.size(), all.values().stream().mapToLong(Long::longValue).sum());
    }

    /// What all of the other sites together have.
    Amount covering() {
        return new Amount(
                amounts.values().stream().mapToLong(Amount::files).sum(),
                amounts.values().stream().mapToLong(Amount::bytes).sum());
    }

    /// What is not as wanted.
    ///
    /// @param mayBeEmpty whether the other sites may have nothing of it, too
    List<Difference> differences(boolean mayBeEmpty) {
        var differences = new ArrayList<Difference>();
        NavigableSet<RelativePath> left = look.toDelete();
        if (!left.isEmpty()) {
            differences.add(
                    new Difference(
                            ground.shown(),
                            "nothing of " + clearing.cell(),
                            "%s, such as %s"
                                    .formatted(
                                            Telling.amount(left.size(), look.bytes(left)),
                                            left.getFirst()),
                            Difference.Owner.OURS_OR_ABSENT));
            return differences;
        }
        lacking.forEach(
                (_, words) ->
                        differences.add(
                                new Difference(
                                        words.substring(0, words.lastIndexOf(" (")),
                                        "as it was before it was deleted at "
                                                + clearing.at().site(),
                                        words.substring(
                                                words.lastIndexOf(" (") + 2, words.length() - 1),
                                        Difference.Owner.FOREIGN)));
        if (differences.isEmpty() && look.own().isEmpty() && !mayBeEmpty) {
            amounts.forEach(
                    (site, amount) -> {
                        if (amount.files() == 0) {
                            differences.add(
                                    Difference.missing(
                                            clearing.cell() + " at " + site, "at least one file"));
                        }
                    });
        }
        return differences;
    }

    String statement() {
        String there =
                amounts.entrySet().stream()
                        .map(
                                one ->
                                        "%s has %s"
                                                .formatted(
                                                        one.getKey(),
                                                        Telling.amount(
                                                                one.getValue().files(),
                                                                one.getValue().bytes())))
                        .collect(Collectors.joining(" and "));
        String staying =
                look.staying().isEmpty() ? "" : " but " + String.join(" and ", look.reasons());
        return "nothing of %s is left at %s%s; %s"
                .formatted(clearing.cell(), clearing.at().site(), staying, there);
    }
}
