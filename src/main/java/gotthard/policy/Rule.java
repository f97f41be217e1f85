package gotthard.policy;

import gotthard.world.CellId;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// What must hold at every moment of one cell, or of two cells of one region.
///
/// @param title as a sentence without a full stop
/// @param cells for each name in the condition, which cells it may stand for; one or two names
public record Rule(
        String name,
        String title,
        SequencedMap<String, CellChoice> cells,
        Condition that,
        Validity validity) {
    public Rule {
        cells = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(cells));
        if (cells.isEmpty() || cells.size() > 2) {
            throw new IllegalArgumentException(name + " is of one cell or two");
        }
    }

    /// The names of its cells, in the order in which they were written.
    public List<String> names() {
        return List.copyOf(cells.keySet());
    }

    /// For which of some cells, each in the order of the names, it must hold: two of them are of one region, and never the same.
    public List<List<CellId>> among(Collection<CellId> some) {
        CellChoice first = cells.firstEntry().getValue();
        List<CellId> chosen = some.stream().filter(first::includes).toList();
        if (cells.size() == 1) {
            return chosen.stream().map(List::of).toList();
        }
        return chosen.stream()
                .flatMap(
                        one ->
                                partners(one, cells.lastEntry().getValue(), some).stream()
                                        .map(other -> List.of(one, other)))
                .toList();
    }

    private static List<CellId> partners(CellId one, CellChoice choice, Collection<CellId> some) {
        return some.stream()
                .filter(other -> other.region().equals(one.region()) && !other.equals(one))
                .filter(choice::includes)
                .toList();
    }

    /// Of which of some cells it says nothing because the other one of the region is missing, and what it calls that.
    public SequencedMap<CellId, String> unpaired(Collection<CellId> some) {
        var unpaired = new LinkedHashMap<CellId, String>();
        if (cells.size() == 1) {
            return unpaired;
        }
        for (CellId cell : some) {
            addUnpaired(cell, cells.firstEntry(), cells.lastEntry(), some, unpaired);
            addUnpaired(cell, cells.lastEntry(), cells.firstEntry(), some, unpaired);
        }
        return unpaired;
    }

    private static void addUnpaired(
            CellId cell,
            Map.Entry<String, CellChoice> own,
            Map.Entry<String, CellChoice> other,
            Collection<CellId> some,
            Map<CellId, String> into) {
        if (own.getValue().includes(cell) && partners(cell, other.getValue(), some).isEmpty()) {
            into.putIfAbsent(cell, other.getKey());
        }
    }

    boolean speaksOf(CellId cell) {
        return cells.values().stream().anyMatch(choice -> choice.includes(cell));
    }
}
