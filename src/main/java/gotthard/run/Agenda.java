package gotthard.run;

import gotthard.inventory.SiteName;

import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.TreePSet;

import java.util.OptionalInt;
import java.util.Set;

/// Steps that could go on now if slots are free, in the order of the graph. Kept apart by the sites that they need, so that finding the
/// next one costs no more with ten thousand that wait than with ten.
record Agenda(PMap<Set<SiteName>, TreePSet<Integer>> bySites) {
    static final Agenda EMPTY = new Agenda(HashTreePMap.empty());

    Agenda plus(Set<SiteName> sites, int index) {
        TreePSet<Integer> waiting = bySites.get(sites);
        return new Agenda(
                bySites.plus(
                        sites,
                        (waiting == null ? TreePSet.<Integer>empty() : waiting).plus(index)));
    }

    Agenda minus(Set<SiteName> sites, int index) {
        TreePSet<Integer> waiting = bySites.get(sites);
        if (waiting == null) {
            return this;
        }
        TreePSet<Integer> left = waiting.minusAll(Set.of(index));
        return new Agenda(left.isEmpty() ? bySites.minus(sites) : bySites.plus(sites, left));
    }

    /// The first in the order of the graph whose sites all have a free slot.
    OptionalInt next(Slots slots) {
        return bySites.entrySet().stream()
                .filter(entry -> slots.areFree(entry.getKey()))
                .mapToInt(entry -> entry.getValue().first())
                .min();
    }

    boolean isEmpty() {
        return bySites.isEmpty();
    }
}
