package gotthard.run;

import gotthard.inventory.SiteName;
import gotthard.journal.Opening;

import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

import java.util.Collections;
import java.util.Set;

/// How many jobs run, in all and at each site. A step takes a slot at all its sites, or none.
///
/// @param spared sites that have none free, however few run there
record Slots(
        Opening.Limits limits, int running, PMap<SiteName, Integer> taken, Set<SiteName> spared) {
    static Slots free(Opening.Limits limits) {
        return new Slots(limits, 0, HashTreePMap.empty(), Set.of());
    }

    Slots sparing(Set<SiteName> sites) {
        return sites.isEmpty() ? this : new Slots(limits, running, taken, sites);
    }

    boolean areFree() {
        return running < Math.max(1, limits.run());
    }

    boolean areFree(Set<SiteName> sites) {
        return areFree()
                && Collections.disjoint(spared, sites)
                && sites.stream().allMatch(site -> at(site) < Math.max(1, limits.site()));
    }

    Slots take(Set<SiteName> sites) {
        return with(sites, 1);
    }

    Slots give(Set<SiteName> sites) {
        return with(sites, -1);
    }

    int at(SiteName site) {
        return taken.getOrDefault(site, 0);
    }

    private Slots with(Set<SiteName> sites, int more) {
        PMap<SiteName, Integer> next = taken;
        for (SiteName site : sites) {
            next = next.plus(site, at(site) + more);
        }
        return new Slots(limits, running + more, next, spared);
    }
}
