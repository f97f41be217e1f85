package gotthard.report;

import gotthard.inventory.SiteName;
import gotthard.proof.Situation;
import gotthard.world.CellId;
import gotthard.world.Holding;
import gotthard.world.Level;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// How a cell stands, site by site, in words.
final class SiteWords {
    private SiteWords() {}

    /// One line a site, `moscow has the data, takes writes, gets the traffic and processes`, and one for the replications.
    static List<String> of(CellId cell, Situation situation) {
        Map<SiteName, Holding> sites = situation.cells().getOrDefault(cell, Map.of());
        boolean isWritten = isWritten(sites);
        var lines = new ArrayList<String>();
        var empty = new ArrayList<SiteName>();
        sites.forEach(
                (site, holding) -> {
                    List<String> words = words(holding, isWritten);
                    if (words.isEmpty()) {
                        empty.add(site);
                    } else {
                        lines.add(site + " " + Sentences.and(words));
                    }
                });
        if (!empty.isEmpty()) {
            lines.add("at " + Sentences.and(empty) + " there is nothing");
        }
        List<String> links =
                situation.running().stream()
                        .filter(link -> link.cell().equals(cell))
                        .map(link -> "from " + link.from() + " to " + link.to())
                        .sorted()
                        .toList();
        if (!links.isEmpty()) {
            lines.add(
                    (links.size() == 1 ? "a replication runs " : "replications run ")
                            + Sentences.and(links));
        }
        return lines;
    }

    /// Whether a user has written by then.
    static boolean isWritten(Map<SiteName, Holding> sites) {
        return sites.values().stream().anyMatch(Holding::accepted);
    }

    /// ` at zurich-1`: where the user wrote; nothing where nobody did.
    static String acceptedAt(Map<SiteName, Holding> sites) {
        List<SiteName> at =
                sites.entrySet().stream()
                        .filter(entry -> entry.getValue().accepted())
                        .map(Map.Entry::getKey)
                        .toList();
        return at.isEmpty() ? "" : " at " + Sentences.and(at);
    }

    private static List<String> words(Holding holding, boolean isWritten) {
        var words = new ArrayList<String>();
        String held = held(holding, isWritten);
        if (!held.isEmpty()) {
            words.add(held);
        }
        add(words, holding.staged(), "holds data on their way", "holds some data on their way");
        add(words, holding.open(), "takes writes", "takes some writes");
        add(words, holding.routed(), "gets the traffic", "gets a part of the traffic");
        add(words, holding.processing(), "processes", "processes in part");
        boolean serves = holding.routed() != Level.NONE || holding.processing() != Level.NONE;
        if (serves && holding.deployed() != Level.FULL) {
            words.add(
                    holding.deployed() == Level.NONE
                            ? "has no workloads"
                            : "has workloads that are only half ready");
        }
        if (!serves) {
            add(
                    words,
                    holding.deployed(),
                    "has workloads ready",
                    "has workloads that are only half ready");
        }
        return words;
    }

    /// What lies there: of the data that were there at first, and of what a user has written since.
    static String held(Holding holding, boolean isWritten) {
        return switch (holding.base()) {
            case FULL ->
                    !isWritten
                            ? "has the data"
                            : holding.write()
                                    ? "has all data"
                                    : "has the data without what the user wrote";
            case HALF ->
                    holding.write()
                            ? "has a part of the data and what the user wrote"
                            : "has only a part of the data";
            case NONE -> holding.write() ? "has only what the user wrote" : "";
        };
    }

    private static void add(List<String> words, Level level, String full, String half) {
        switch (level) {
            case NONE -> {}
            case HALF -> words.add(half);
            case FULL -> words.add(full);
        }
    }
}
