package gotthard.bench;

import gotthard.action.Before;
import gotthard.action.Captured;
import gotthard.action.Difference;
import gotthard.action.Evidence;
import gotthard.action.Outcome;
import gotthard.action.Verdict;
import gotthard.journal.Entry;
import gotthard.journal.Event;
import gotthard.journal.Opening;
import gotthard.journal.RunId;
import gotthard.journal.RunState;
import gotthard.run.Options;
import gotthard.run.Order;
import gotthard.run.Routes;
import gotthard.run.Rules;
import gotthard.run.Signal;
import gotthard.run.State;
import gotthard.run.Turn;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// How long the deciding takes from opening to the end, with sites and a journal that cost nothing. Ten times the steps should take
/// about ten times as long.
@org.openjdk.jmh.annotations.State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class WalkBenchmark {
    private static final int LAYER = 100;
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Evidence EVIDENCE = Evidence.of(1, "as wanted");

    @Param({"1000", "10000"})
    public int steps;

    private final Routes routes = new Routes();

    /// Layers of a hundred; each step needs three of the layer before, and the last needs all of its layer.
    @Setup
    public void build() {
        for (int i = 0; i < steps; i++) {
            routes.idle("s" + i, needs(i));
        }
    }

    private String[] needs(int i) {
        int layer = i / LAYER * LAYER - LAYER;
        if (layer < 0) {
            return new String[0];
        }
        if (i == steps - 1) {
            var all = new String[LAYER];
            for (int k = 0; k < LAYER; k++) {
                all[k] = "s" + (layer + k);
            }
            return all;
        }
        return new String[] {
            "s" + (layer + i % LAYER),
            "s" + (layer + (i + 1) % LAYER),
            "s" + (layer + (i * 7) % LAYER)
        };
    }

    @Benchmark
    public long walk() {
        var rules = new Rules(routes.graph(), Routes.inventory(), Options.USUAL);
        var limits = new Opening.Limits(16, 8);
        var opening = routes.opening(Opening.Selection.ALL, limits, 1);
        var opened =
                RunState.opened(
                        new RunId("moves-aaaaa"), new Entry(1, NOW, new Event.RunOpened(opening)));
        State state = rules.open(opened);
        List<Signal> heard = List.of();
        while (true) {
            Turn turn = rules.decide(state, heard, NOW);
            if (turn.ending().isPresent()) {
                return turn.state().run().last();
            }
            state = turn.state();
            heard = reports(turn.orders());
        }
    }

    private static List<Signal> reports(List<Order> orders) {
        List<Signal> reports = new ArrayList<>();
        for (Order order : orders) {
            if (order instanceof Order.Job job) {
                reports.add(report(job));
            }
        }
        return reports;
    }

    private static Signal report(Order.Job job) {
        return switch (job) {
            case Order.Look _ ->
                    new Signal.Looked(
                            job.step(),
                            Verdict.differs(Difference.missing("it", "there")),
                            Optional.of(new Captured.Found(new Before.Absent())));
            case Order.Apply _ -> new Signal.Ended(job.step(), new Outcome.Changed(EVIDENCE));
            case Order.Check _ -> new Signal.Checked(job.step(), new Verdict.Holds(EVIDENCE));
            case Order.Undo _ -> new Signal.Undone(job.step(), new Outcome.Changed(EVIDENCE));
            case Order.Collect _ -> new Signal.Collected(job.step(), new Outcome.AlreadyDone());
            case Order.CheckRestored _ ->
                    new Signal.RestoredChecked(job.step(), new Verdict.Holds(EVIDENCE));
        };
    }
}
