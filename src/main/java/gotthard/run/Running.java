package gotthard.run;

import gotthard.journal.Ending;
import gotthard.journal.Journal;
import gotthard.journal.Lease;
import gotthard.journal.RunId;
import gotthard.journal.RunState;

import java.util.ArrayList;
import java.util.List;

/// A run that this process has taken, from [#go] to its ending.
public final class Running implements AutoCloseable {
    private final Runs.Tools tools;
    private final Route route;
    private final Lease lease;
    private final RunState opened;
    private final List<Signal> first;
    private final Post post;
    private final Watch watch;

    Running(Runs.Tools tools, Route route, Lease lease, RunState opened, List<Signal> first) {
        this.tools = tools;
        this.route = route;
        this.lease = lease;
        this.opened = opened;
        this.first = List.copyOf(first);
        watch = new Watch(opened);
        post = new Post(tools.journal(), lease, tools.clock(), watch);
    }

    public RunId id() {
        return lease.run();
    }

    /// The latest durable state. From any thread.
    public RunState state() {
        return watch.state();
    }

    /// Asks the run to stop, more firmly each time. From any thread, such as a handler of Ctrl-C.
    public void stop(StopLevel level) {
        post.put(new Signal.StopAsked(level));
    }

    /// Goes on until the run's end, or until nothing can go on. The calling thread decides.
    public Ending go(Options options, RunObserver observer) throws InterruptedException {
        watch.pass(observer);
        observer.changed(opened);
        try (var connections = new Connections(route.inventory(), tools.secrets())) {
            Journal journal = tools.journal();
            var crew =
                    new Crew(
                            Course.of(route.graph()),
                            lease,
                            connections,
                            post,
                            tools.clock(),
                            step -> opened.expects(step));
            var rules = Rules.of(route, options);
            var seams = new Walk.Seams(journal, lease, crew, post, tools.clock());
            List<Signal> heard = new ArrayList<>(first);
            heard.addAll(post.found(opened.handled()));
            crew.paces().follow(opened);
            watch.pass(new Following(crew.paces(), observer));
            try (var _ = vigil(connections)) {
                return new Walk(rules, seams, watch)
                        .walk(rules.open(opened, journal.entries(id(), 0)), heard);
            } finally {
                crew.interruptAll();
            }
        }
    }

    private Vigil vigil(Connections connections) {
        return Vigil.begin(
                route.graph().protections(),
                opened.operations().sparedSites().keySet(),
                new Vigil.Means(connections, tools.clock(), Sleep.REAL, post::put));
    }

    /// Verifies afresh whatever was verified; see [Recheck].
    Recheck.Result recheck(RunObserver observer) throws InterruptedException {
        return round(observer, new Recheck()::in);
    }

    /// Removes what is kept for the way back; see [Collection].
    Collection.Result collect(RunObserver observer, String by) throws InterruptedException {
        return round(observer, round -> new Collection().in(round, by));
    }

    private <T> T round(RunObserver observer, InRound<T> work) throws InterruptedException {
        watch.pass(observer);
        try (var connections = new Connections(route.inventory(), tools.secrets())) {
            var course = Course.of(route.graph());
            var crew = new Crew(course, lease, connections, post, tools.clock(), _ -> false);
            var seams = new Walk.Seams(tools.journal(), lease, crew, post, tools.clock());
            try {
                return work.in(new Round(course, seams, watch, opened));
            } finally {
                crew.interruptAll();
            }
        }
    }

    private interface InRound<T> {
        T in(Round round) throws InterruptedException;
    }

    /// Gives the run back; the journal stays open.
    @Override
    public void close() {
        tools.journal().release(lease);
    }
}
