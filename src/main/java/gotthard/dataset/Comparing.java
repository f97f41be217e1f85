package gotthard.dataset;

import gotthard.action.Context;
import gotthard.action.Difference;
import gotthard.action.Route;
import gotthard.action.Unreachable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Compares all ways of a step, and sums up.
record Comparing(List<Route> routes, Trail trail, Context context) {
    /// What all comparisons found together.
    ///
    /// @param sum at the time of the first one
    /// @param age how long the oldest of what came late has waited
    record Sum(Route.Compared sum, Duration age) {}

    Sum all() throws InterruptedException, Unreachable {
        Instant at = Instant.MAX;
        long compared = 0;
        long of = 0;
        long bytes = 0;
        Route.Late late = Route.Late.NONE;
        Duration age = Duration.ZERO;
        var differences = new ArrayList<Difference>();
        var details = new ArrayList<String>();
        for (int way = 0; way < routes.size(); way++) {
            Route.Compared one = routes.get(way).compare(context, trail.asOf(way));
            at = at.isBefore(one.at()) ? at : one.at();
            compared += one.compared();
            of += one.of();
            bytes += one.bytes();
            late = late.plus(one.late());
            age = longer(age, one);
            differences.addAll(one.differences());
            details.addAll(one.details());
        }
        return new Sum(
                new Route.Compared(at, compared, of, bytes, differences, late, details), age);
    }

    private static Duration longer(Duration age, Route.Compared one) {
        Duration own =
                one.late()
                        .oldest()
                        .map(written -> Duration.between(written, one.at()))
                        .orElse(Duration.ZERO);
        return own.compareTo(age) > 0 ? own : age;
    }
}
