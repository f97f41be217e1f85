package gotthard.policy;

import gotthard.inventory.SiteName;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;

/// A time in which nothing is changed at some sites: `year-end`.
///
/// @param from the first moment, by the clocks of the zone
/// @param to the first moment that is not in it any more
/// @param sites empty for all
public record Freeze(
        String name, ZoneId zone, LocalDateTime from, LocalDateTime to, Set<SiteName> sites) {
    public Freeze {
        sites = Set.copyOf(sites);
    }

    Instant begins() {
        return LocalTimes.first(from, zone);
    }

    Instant ends() {
        return LocalTimes.last(to, zone);
    }

    boolean isAt(Collection<SiteName> places) {
        return sites.isEmpty() || !Collections.disjoint(sites, places);
    }

    /// Whether something that starts then and takes so long would run while it holds.
    boolean forbids(Instant start, Duration takes) {
        boolean isOver = !start.isBefore(ends());
        boolean isDoneBefore = start.isBefore(begins()) && !start.plus(takes).isAfter(begins());
        return !isOver && !isDoneBefore;
    }
}
