package gotthard.report;

import gotthard.inventory.SiteName;
import gotthard.world.Holding;
import gotthard.world.Level;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// Who of the sites of a cell does what.
record ServiceWords(Map<SiteName, Holding> holdings) {
    /// Why the service does not go on.
    ///
    /// @param lasting what to say of how long that lasts
    List<String> gap(String lasting) {
        var found = new ArrayList<String>();
        if (where(holding -> holding.routed() != Level.NONE).isEmpty()) {
            found.add("The traffic goes nowhere" + lasting + ".");
        }
        holdings.forEach(
                (site, holding) -> {
                    if (holding.routed() == Level.NONE) {
                        return;
                    }
                    if (holding.open() != Level.FULL) {
                        found.add(
                                "The traffic goes to "
                                        + site
                                        + ", which takes no writes"
                                        + lasting
                                        + ".");
                    } else if (holding.deployed() != Level.FULL) {
                        found.add(
                                "The traffic goes to "
                                        + site
                                        + ", where no workloads are ready"
                                        + lasting
                                        + ".");
                    }
                });
        boolean isProcessed =
                holdings.values().stream()
                        .anyMatch(
                                holding ->
                                        holding.processing() == Level.FULL
                                                && holding.base() == Level.FULL
                                                && holding.deployed() == Level.FULL);
        if (!isProcessed) {
            found.add(processing() + lasting + ".");
        }
        return found;
    }

    private String processing() {
        List<SiteName> at = where(holding -> holding.processing() != Level.NONE);
        if (at.isEmpty()) {
            return "Nothing is processed at any site";
        }
        return "Only "
                + Sentences.and(at)
                + Sentences.verb(at, " processes", " process")
                + ", and "
                + lacking();
    }

    /// What those lack that process.
    private String lacking() {
        Predicate<Holding> hasData =
                holding -> holding.processing() != Level.NONE && holding.base() == Level.FULL;
        if (where(hasData).isEmpty()) {
            return "not all the data are there";
        }
        return where(hasData.and(holding -> holding.processing() == Level.FULL)).isEmpty()
                ? "only in part"
                : "the workloads are not ready there";
    }

    /// The sites of which that is so.
    List<SiteName> where(Predicate<Holding> asked) {
        return holdings.entrySet().stream()
                .filter(entry -> asked.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
