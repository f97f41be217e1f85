package gotthard.rehearsal;

import gotthard.inventory.SiteName;
import gotthard.proof.Situation;
import gotthard.world.CellId;
import gotthard.world.Holding;
import gotthard.world.Level;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Compares what the model says with what can be seen.
///
/// @param when at which moment
record Comparison(Difference.Moment when) {
    private static final int SHOWN = 5;

    /// Each cell must stand as it does in one of several situations.
    List<Difference> cells(List<Situation> said, Map<Spot, Level> seen) {
        var differences = new ArrayList<Difference>();
        ofCells(seen)
                .forEach(
                        (cell, spots) -> {
                            if (said.stream().noneMatch(one -> fits(one, spots))) {
                                differences.addAll(spots(cell, said, spots));
                            }
                        });
        return differences;
    }

    private static Map<CellId, Map<Spot, Level>> ofCells(Map<Spot, Level> seen) {
        Map<CellId, Map<Spot, Level>> cells = new LinkedHashMap<>();
        seen.forEach(
                (spot, level) ->
                        cells.computeIfAbsent(spot.cell(), _ -> new LinkedHashMap<>())
                                .put(spot, level));
        return cells;
    }

    private static boolean fits(Situation said, Map<Spot, Level> seen) {
        return seen.entrySet().stream()
                .allMatch(entry -> level(said, entry.getKey()) == entry.getValue());
    }

    /// Of a site that the model does not name for a cell, it says that nothing is there.
    private static Level level(Situation situation, Spot spot) {
        Map<SiteName, Holding> sites = Objects.requireNonNull(situation.cells().get(spot.cell()));
        return Optional.ofNullable(sites.get(spot.site())).map(spot.kind()::in).orElse(Level.NONE);
    }

    private List<Difference> spots(CellId cell, List<Situation> said, Map<Spot, Level> seen) {
        var differences = new ArrayList<Difference>();
        seen.forEach(
                (spot, level) -> {
                    SortedSet<Level> levels =
                            said.stream()
                                    .map(one -> level(one, spot))
                                    .collect(Collectors.toCollection(TreeSet::new));
                    if (!levels.contains(level)) {
                        differences.add(
                                new Difference(
                                        when,
                                        spot.toString(),
                                        word(level),
                                        "the model says " + words(levels)));
                    }
                });
        if (differences.isEmpty()) {
            differences.add(
                    new Difference(
                            when, cell.toString(), words(seen), "the model says no such thing"));
        }
        return differences;
    }

    private static String words(SortedSet<Level> levels) {
        return levels.stream().map(Comparison::word).collect(Collectors.joining(" or "));
    }

    private static String words(Map<Spot, Level> seen) {
        return seen.entrySet().stream()
                .map(
                        entry ->
                                entry.getKey().site()
                                        + " "
                                        + entry.getKey().kind()
                                        + " "
                                        + word(entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String word(Level level) {
        return switch (level) {
            case NONE -> "nothing";
            case HALF -> "half";
            case FULL -> "all";
        };
    }

    /// Everything at the sites must be as it was at another time.
    ///
    /// @param time when that was, in words
    List<Difference> things(
            SortedMap<String, String> wanted, SortedMap<String, String> seen, String time) {
        var names = new TreeSet<>(wanted.keySet());
        names.addAll(seen.keySet());
        List<String> different =
                names.stream()
                        .filter(name -> !Objects.equals(wanted.get(name), seen.get(name)))
                        .toList();
        var differences = new ArrayList<Difference>();
        for (String name : different.subList(0, Math.min(SHOWN, different.size()))) {
            String shown =
                    !seen.containsKey(name)
                            ? "nothing"
                            : wanted.containsKey(name) ? "something else" : "something";
            String was = wanted.containsKey(name) ? "it was there " : "nothing was there ";
            differences.add(new Difference(when, name, shown, was + time));
        }
        if (different.size() > SHOWN) {
            differences.add(
                    new Difference(
                            when,
                            (different.size() - SHOWN) + " more files and objects",
                            "otherwise",
                            "they were as they were to be " + time));
        }
        return differences;
    }
}
