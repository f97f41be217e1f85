package gotthard.overview;

import gotthard.action.Verdict;
import gotthard.graph.StepId;
import gotthard.inventory.SiteName;
import gotthard.journal.Entry;
import gotthard.journal.Event;
import gotthard.journal.Opening;
import gotthard.journal.SitePause;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// When sites rested, and how long steps waited for that: replayed from a run's entries.
///
/// A site rests while it is recorded as paused, a process carries the run out and the run goes forward. A step waits for it as long as one
/// of its sites rests, from when all that it needs was first verified until it was itself.
final class Rests {
    private final Map<SiteName, List<Rest>> rests = new TreeMap<>();
    private final Map<SiteName, SitePause> paused = new HashMap<>();
    private final Map<SiteName, Rest> open = new HashMap<>();
    private final Map<StepId, Instant> settled = new HashMap<>();
    private Optional<Instant> opened = Optional.empty();

    /// @param goesOn whether it is the rest of one that the end of a process cut
    private record Rest(
            Instant since, Instant until, boolean isOver, boolean goesOn, SitePause why) {
        Duration lasted() {
            return Duration.between(since, until);
        }
    }

    /// The same as of a moment, until which what is open lasts.
    Rests asOf(Instant now) {
        var all = new Rests();
        rests.forEach((site, known) -> all.rests.put(site, new ArrayList<>(known)));
        all.open.putAll(open);
        all.settled.putAll(settled);
        all.opened = opened;
        Set.copyOf(open.keySet()).forEach(site -> all.end(site, now, false));
        return all;
    }

    void take(Entry entry) {
        Instant at = entry.at();
        Event event = entry.event();
        if (event instanceof Event.RunOpened) {
            opened = Optional.of(at);
        } else if (event instanceof Event.SitePaused(var site, var why)) {
            end(site, at, true);
            paused.put(site, why);
            open.put(site, new Rest(at, at, false, false, why));
        } else if (event instanceof Event.SiteResumed(var site)) {
            paused.remove(site);
            end(site, at, true);
        } else if (event instanceof Event.RunResumed) {
            paused.forEach(
                    (site, why) ->
                            open.computeIfAbsent(site, _ -> new Rest(at, at, false, true, why)));
        } else if (event instanceof Event.OfStep ofStep && settles(ofStep)) {
            settled.putIfAbsent(ofStep.step(), at);
        } else if (isNoMoreOnItsWay(event)) {
            Set.copyOf(open.keySet()).forEach(site -> end(site, at, true));
        }
    }

    private static boolean isNoMoreOnItsWay(Event event) {
        return event instanceof Event.RunEnded
                || event instanceof Event.RunTurned
                || event instanceof Event.RunCancelled;
    }

    private static boolean settles(Event.OfStep event) {
        return event instanceof Event.StepFoundRight
                || event instanceof Event.StepVerified(_, Verdict.Holds _)
                || event instanceof Event.StepApproved
                || event instanceof Event.StepSkipped
                || event instanceof Event.StepResolved;
    }

    private void end(SiteName site, Instant at, boolean isOver) {
        Rest rest = open.remove(site);
        if (rest != null) {
            Instant until = at.isBefore(rest.since()) ? rest.since() : at;
            rests.computeIfAbsent(site, _ -> new ArrayList<>())
                    .add(new Rest(rest.since(), until, isOver, rest.goesOn(), rest.why()));
        }
    }

    /// By the names of the sites; those that never rested are not among them.
    List<SiteRest> sites() {
        List<SiteRest> sites = new ArrayList<>();
        rests.forEach(
                (site, all) ->
                        sites.add(
                                new SiteRest(
                                        site,
                                        all.stream()
                                                .map(Rest::lasted)
                                                .reduce(Duration.ZERO, Duration::plus),
                                        times(all))));
        return sites;
    }

    private static List<SiteRest.Time> times(List<Rest> rests) {
        List<SiteRest.Time> times = new ArrayList<>();
        for (Rest rest : rests) {
            SiteRest.Time time = time(rest);
            times.add(rest.goesOn() && !times.isEmpty() ? times.removeLast().and(time) : time);
        }
        return times;
    }

    private static SiteRest.Time time(Rest rest) {
        return new SiteRest.Time(
                rest.since(),
                rest.lasted(),
                rest.isOver(),
                rest.why().signal(),
                rest.why().value(),
                rest.why().threshold());
    }

    /// How long a step waited for sites that rested; nothing where it did not.
    Optional<Duration> waited(Opening.Listed step, Instant now) {
        if (rests.isEmpty() || !settled.keySet().containsAll(step.needs())) {
            return Optional.empty();
        }
        Instant from =
                step.needs().stream()
                        .map(settled::get)
                        .max(Comparator.naturalOrder())
                        .or(() -> opened)
                        .orElse(now);
        Instant until = settled.getOrDefault(step.id(), now);
        List<Rest> all = new ArrayList<>();
        step.sites().forEach(site -> all.addAll(rests.getOrDefault(site, List.of())));
        Duration waited = overlap(all, from, until);
        return waited.isZero() ? Optional.empty() : Optional.of(waited);
    }

    /// How much of a time at least one of them covers.
    private static Duration overlap(List<Rest> rests, Instant from, Instant until) {
        List<Rest> sorted = rests.stream().sorted(Comparator.comparing(Rest::since)).toList();
        Duration covered = Duration.ZERO;
        Instant reached = from;
        for (Rest rest : sorted) {
            Instant since = rest.since().isAfter(reached) ? rest.since() : reached;
            Instant end = rest.until().isBefore(until) ? rest.until() : until;
            if (since.isBefore(end)) {
                covered = covered.plus(Duration.between(since, end));
                reached = end;
            }
        }
        return covered;
    }
}
