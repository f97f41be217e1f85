package gotthard.run;

import gotthard.journal.Ending;
import gotthard.journal.Event;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One decision: what to write, then what to do.
///
/// @param events durable before any order is carried out
/// @param wake when to decide again if nothing is heard; empty: only when something is
/// @param state holds the events already
public record Turn(
        List<Event> events,
        List<Order> orders,
        Optional<Ending> ending,
        Optional<Instant> wake,
        State state) {
    public Turn {
        events = List.copyOf(events);
        orders = List.copyOf(orders);
    }
}
