package gotthard.run;

import gotthard.action.Failure;
import gotthard.action.Outcome;
import gotthard.graph.StepId;
import gotthard.inventory.SiteName;
import gotthard.journal.Event;
import gotthard.journal.SitePause;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Spares sites whose signals ask for it. Forward only: the way back is how people get out of trouble, and is never held.
final class Sparing {
    private final Draft draft;
    private final Duration grace;

    /// @param grace how long to wait for an attempt that is told to stop
    Sparing(Draft draft, Duration grace) {
        this.draft = draft;
        this.grace = grace;
    }

    void paused(SiteName site, SitePause pause) {
        if (!spared().containsKey(site)) {
            draft.record(new Event.SitePaused(site, pause));
        }
    }

    /// The time that attempts waited there does not count for their deadlines.
    void resumed(SiteName site) {
        var since = Optional.ofNullable(spared().get(site));
        if (since.isEmpty()) {
            return;
        }
        draft.record(new Event.SiteResumed(site));
        Duration waited = Duration.between(since.get().since(), draft.now());
        for (Map.Entry<StepId, Flight> entry : Map.copyOf(draft.flights()).entrySet()) {
            Flight flight = entry.getValue();
            boolean isThere = draft.course().sites(entry.getKey()).contains(site);
            if (isThere && flight.job() instanceof Order.Apply && !flight.cancelled()) {
                draft.fly(
                        entry.getKey(),
                        new Flight(flight.job(), flight.until().plus(waited), false));
            }
        }
    }

    /// Whether an attempt waits at a site that is spared, so that its deadline does not count now.
    boolean waits(StepId id, Flight flight) {
        return flight.job() instanceof Order.Apply
                && !Collections.disjoint(draft.rest().spared(), draft.course().sites(id));
    }

    /// Attempts that wait at sites that are spared would keep the way back waiting: they are told to stop.
    void giveWay() {
        if (draft.way() == Way.FORWARD || spared().isEmpty()) {
            return;
        }
        Set<SiteName> sites = spared().keySet();
        for (Map.Entry<StepId, Flight> entry : Map.copyOf(draft.flights()).entrySet()) {
            StepId id = entry.getKey();
            Flight flight = entry.getValue();
            if (flight.job() instanceof Order.Apply
                    && !flight.cancelled()
                    && !Collections.disjoint(sites, draft.course().sites(id))) {
                draft.record(new Event.StepEnded(id, new Outcome.Unclear(stopped(id))));
                draft.order(new Order.Cancel(id));
                Instant awaited = draft.now().plus(grace);
                draft.fly(id, flight.cancelledAt(awaited));
            }
        }
    }

    private static Failure stopped(StepId id) {
        return Failure.transientFailure(
                "the step " + id + " waited at a site that is spared when the run turned back",
                "it is looked at, and what it did is undone");
    }

    private Map<SiteName, gotthard.journal.Operations.Spared> spared() {
        return draft.run().operations().sparedSites();
    }
}
