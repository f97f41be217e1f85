package gotthard.policy;

import gotthard.inventory.RegionName;
import gotthard.world.CellId;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// What must hold at every moment of one cell, or of two cells of one region.
///
/// @param title as a sentence without a full stop
/// @param cells for each name in the condition, which cells it may stand for; one or two names
/// @param from the first day on which it holds
/// @param until the last day on which it holds
public record Rule(
        String name,
        String title,
        SequencedMap<String, CellChoice> cells,
        Condition that,
        Optional<LocalDate> from,
        Optional<LocalDate> until) {
    public Rule {
        cells = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(cells));
        if (cells.isEmpty() || cells.size() > 2) {
            throw new IllegalArgumentException(name + " is of one cell or two");
        }
    }

    public boolean holdsOn(LocalDate day) {
        return from.map(first -> !day.isBefore(first)).orElse(true)
                && until.map(last -> !day.isAfter(last)).orElse(true);
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
                .flatMap(one -> partners(one, some).stream().map(other -> List.of(one, other)))
                .toList();
    }

    private List<CellId> partners(CellId one, Collection<CellId> some) {
        RegionName region = one.region();
        return some.stream()
                .filter(other -> other.region().equals(region) && !other.equals(one))
                .filter(cells.lastEntry().getValue()::includes)
                .toList();
    }

    boolean speaksOf(CellId cell) {
        return cells.values().stream().anyMatch(choice -> choice.includes(cell));
    }
}
