package gotthard.dataset;

import gotthard.action.Context;
import gotthard.action.Difference;
import gotthard.action.Prediction;
import gotthard.action.Route;
import gotthard.action.Unreachable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/// What one look at all ways of a step found.
final class Outlooks implements AutoCloseable {
    private final List<Route.Outlook> all = new ArrayList<>();

    /// Looks at each way.
    void look(List<Route> routes, Trail trail, Context context)
            throws InterruptedException, Unreachable {
        for (int way = 0; way < routes.size(); way++) {
            all.add(routes.get(way).look(context, trail.asOf(way)));
        }
    }

    List<Difference> inTheWay() {
        return all.stream().flatMap(outlook -> outlook.inTheWay().stream()).toList();
    }

    long bytes() {
        return all.stream().mapToLong(Route.Outlook::bytes).sum();
    }

    List<Instant> asOf() {
        return all.stream().map(Route.Outlook::asOf).toList();
    }

    /// What would be brought, or why nothing is.
    Prediction prediction(String nothing) {
        if (!inTheWay().isEmpty()) {
            return new Prediction.Obstacle(Telling.inTheWay(inTheWay()));
        }
        List<Prediction.Change> changes =
                all.stream()
                        .filter(outlook -> outlook.things() > 0)
                        .map(Route.Outlook::change)
                        .toList();
        return changes.isEmpty()
                ? new Prediction.Nothing(nothing)
                : new Prediction.Changes(Prediction.Certainty.SIMULATED, changes);
    }

    /// Brings what is lacking, one way after the other.
    Route.Brought bring(LongConsumer moved) throws InterruptedException, Unreachable {
        long things = 0;
        long bytes = 0;
        long left = 0;
        long leftBytes = 0;
        var notes = new ArrayList<String>();
        for (Route.Outlook outlook : all) {
            Route.Brought brought = outlook.bring(moved);
            things += brought.things();
            bytes += brought.bytes();
            left += brought.left();
            leftBytes += brought.leftBytes();
            notes.addAll(brought.notes());
        }
        return new Route.Brought(things, bytes, left, leftBytes, notes);
    }

    @Override
    public void close() {
        all.forEach(Route.Outlook::close);
    }
}
