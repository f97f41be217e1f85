package gotthard.run;

import gotthard.inventory.SiteName;
import gotthard.journal.Opening;

import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

import java.util.Set;

/// How many jobs run, in all and at each site. A step takes a slot at all its sites, or none.
record Slots(Opening.Limits limits, int running, PMap<SiteName, Integer> taken) {
    static Slots free(Opening.Limits limits) {
        return new Slots(limits, 0, HashTreePMap.empty());
    }

    boolean areFree() {
        return running < Math.max(1, limits.run());
    }

    boolean areFree(Set<SiteName> sites) {
        return areFree() && sites.stream().allMatch(site -> at(site) < Math.max(1, limits.site()));
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
        return new Slots(limits, running + more, next);
    }
}
