package gotthard.dataset;

import gotthard.action.Context;
import gotthard.action.Difference;
import gotthard.action.Prediction;
import gotthard.action.Route;
import gotthard.action.Unreachable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
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

    /// What is in the way of any, however much it takes to find that out.
    List<Difference> sounded() throws InterruptedException, Unreachable {
        var found = new ArrayList<>(inTheWay());
        for (Route.Outlook outlook : found.isEmpty() ? all : List.<Route.Outlook>of()) {
            found.addAll(outlook.sounded());
        }
        return found;
    }

    /// Known where all ways know it.
    OptionalLong bytes() {
        return all.stream().allMatch(outlook -> outlook.bytes().isPresent())
                ? OptionalLong.of(
                        all.stream().mapToLong(outlook -> outlook.bytes().orElse(0)).sum())
                : OptionalLong.empty();
    }

    /// What would be brought, or why nothing is.
    Prediction prediction(String nothing) {
        if (!inTheWay().isEmpty()) {
            return new Prediction.Obstacle(Telling.inTheWay(inTheWay()));
        }
        List<Prediction.Change> changes =
                all.stream().flatMap(outlook -> outlook.change().stream()).toList();
        return changes.isEmpty()
                ? new Prediction.Nothing(nothing)
                : new Prediction.Changes(certainty(), changes);
    }

    /// As sure as the least sure of them.
    private Prediction.Certainty certainty() {
        return all.stream()
                .map(Route.Outlook::certainty)
                .max(Comparator.naturalOrder())
                .orElse(Prediction.Certainty.SIMULATED);
    }

    /// What all ways have done together.
    ///
    /// @param asOf of each way
    record Sum(
            List<Instant> asOf,
            long things,
            long bytes,
            long left,
            long leftBytes,
            List<String> notes) {
        Sum {
            asOf = List.copyOf(asOf);
            notes = List.copyOf(notes);
        }
    }

    /// Brings what is lacking, one way after the other.
    Sum bring(LongConsumer moved) throws InterruptedException, Unreachable {
        var asOf = new ArrayList<Instant>();
        long things = 0;
        long bytes = 0;
        long left = 0;
        long leftBytes = 0;
        var notes = new ArrayList<String>();
        for (Route.Outlook outlook : all) {
            Route.Brought brought = outlook.bring(moved);
            asOf.add(brought.asOf());
            things += brought.things();
            bytes += brought.bytes();
            left += brought.left();
            leftBytes += brought.leftBytes();
            notes.addAll(brought.notes());
        }
        return new Sum(asOf, things, bytes, left, leftBytes, notes);
    }

    @Override
    public void close() {
        all.forEach(Route.Outlook::close);
    }
}
