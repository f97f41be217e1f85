package gotthard.dataset;

import gotthard.action.Before;
import gotthard.action.Blob;
import gotthard.action.Context;
import gotthard.action.Difference;
import gotthard.action.Evidence;
import gotthard.action.Outcome;
import gotthard.action.Route;
import gotthard.action.Unreachable;
import gotthard.action.Verdict;
import gotthard.transfer.Amounts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a step has left where its ways end, and how it goes. Captured is one line a way, in numbers only.
record Marks(List<Route> routes, Context context) {
    Optional<String> found() throws InterruptedException, Unreachable {
        var found = new ArrayList<String>();
        for (Route route : routes) {
            route.marked(context).ifPresent(found::add);
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", found));
    }

    Before capture() throws InterruptedException, Unreachable {
        var lines = new ArrayList<String>();
        for (Route route : routes) {
            lines.add(route.capture(context));
        }
        return lines.stream().allMatch(String::isEmpty)
                ? new Before.Absent()
                : new Before.Inline(Blob.of(String.join("\n", lines) + "\n"));
    }

    Outcome withdraw(Before before) throws InterruptedException, Unreachable {
        List<String> captured = captured(before);
        boolean wasMarked = false;
        long things = 0;
        long bytes = 0;
        var left = new ArrayList<String>();
        for (int way = 0; way < routes.size(); way++) {
            Route.Withdrawn gone = routes.get(way).withdraw(context, captured.get(way));
            wasMarked |= gone.wasMarked();
            things += gone.things();
            bytes += gone.bytes();
            left.addAll(gone.left());
        }
        return wasMarked
                ? new Outcome.Changed(
                        new Evidence(
                                things,
                                things,
                                bytes,
                                "%s, %s, removed from where this step had brought them"
                                        .formatted(
                                                Telling.count(routes, things),
                                                Amounts.bytes(bytes)),
                                left))
                : new Outcome.AlreadyDone();
    }

    Verdict restored(Before before) throws InterruptedException, Unreachable {
        List<String> captured = captured(before);
        for (int way = 0; way < routes.size(); way++) {
            Optional<Difference> left = routes.get(way).unrestored(context, captured.get(way));
            if (left.isPresent()) {
                return Verdict.differs(left.get());
            }
        }
        return new Verdict.Holds(
                Evidence.of(routes.size(), "nothing that this step has brought is left"));
    }

    Outcome collect() throws InterruptedException, Unreachable {
        long collected = 0;
        for (Route route : routes) {
            if (route.collect(context)) {
                collected++;
            }
        }
        return collected == 0
                ? new Outcome.AlreadyDone()
                : new Outcome.Changed(Evidence.of(collected, "lists and marks removed"));
    }

    private List<String> captured(Before before) {
        List<String> lines =
                switch (before) {
                    case Before.Inline(var image) -> image.text().lines().toList();
                    case Before.Absent _, Before.Kept _ -> List.of();
                };
        return routes.size() == lines.size() ? lines : routes.stream().map(_ -> "").toList();
    }
}
