package gotthard.overview;

import gotthard.graph.StepId;
import gotthard.journal.Entry;
import gotthard.journal.Event;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a run's entries have left that its state does not keep: gathered entry by entry, in order.
final class Traces {
    private final Map<StepId, History> histories = new HashMap<>();
    private final Incidents incidents = new Incidents();
    private final List<Incident> picked = new ArrayList<>();
    private final Rests rests = new Rests();
    private Optional<Instant> ended = Optional.empty();

    static Traces of(List<Entry> entries) {
        var traces = new Traces();
        entries.forEach(traces::take);
        return traces;
    }

    void take(Entry entry) {
        if (entry.event() instanceof Event.OfStep event) {
            histories.computeIfAbsent(event.step(), _ -> History.none()).take(event, entry);
        }
        if (entry.event() instanceof Event.RunEnded
                || entry.event() instanceof Event.RunCancelled) {
            ended = Optional.of(entry.at());
        }
        incidents.of(entry).forEach(picked::add);
        rests.take(entry);
    }

    History history(StepId step) {
        return histories.getOrDefault(step, History.none());
    }

    List<Incident> incidents() {
        return picked;
    }

    Rests rests(Instant now) {
        return rests.asOf(now);
    }

    /// When the run came to its latest end.
    Optional<Instant> ended() {
        return ended;
    }
}
