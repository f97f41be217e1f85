package gotthard.notice;

import gotthard.action.Progress;
import gotthard.graph.StepId;
import gotthard.journal.Event;
import gotthard.journal.RunState;
import gotthard.run.RunObserver;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;

/// Tells endpoints that the environment names what happens to runs: only what this process records, so that who goes on with a run does not
/// tell again what was told. A run never waits for it; what could not be brought is said at the end.
public final class Notices implements RunObserver, AutoCloseable {
    private final List<Delivery> deliveries;

    private Notices(List<Delivery> deliveries) {
        this.deliveries = List.copyOf(deliveries);
    }

    /// Empty where the environment names nobody.
    ///
    /// @param environment all variables of the process
    public static Optional<Notices> of(Map<String, String> environment, InstantSource clock)
            throws Misconfigured, InterruptedException {
        return of(environment, Time.of(clock));
    }

    static Optional<Notices> of(Map<String, String> environment, Time time)
            throws Misconfigured, InterruptedException {
        List<Endpoint> endpoints = new Endpoints(environment).read();
        if (endpoints.isEmpty()) {
            return Optional.empty();
        }
        var notices =
                new Notices(
                        endpoints.stream().map(endpoint -> new Delivery(endpoint, time)).toList());
        notices.deliveries.forEach(Delivery::start);
        return Optional.of(notices);
    }

    @Override
    public void changed(RunState state) {
        // What was before this process is told already.
    }

    @Override
    public void changed(RunState state, List<Event> events) {
        long seq = state.last() - events.size();
        for (Event event : events) {
            seq++;
            new Wording(state, seq)
                    .of(event)
                    .ifPresent(notice -> deliveries.forEach(one -> one.take(notice)));
        }
    }

    @Override
    public void progressed(StepId step, Progress progress) {
        // Nobody is told how far a step is.
    }

    /// What could not be brought, in words; all after [#close].
    public List<String> lost() {
        return deliveries.stream().flatMap(delivery -> delivery.lost().stream()).toList();
    }

    /// Brings what is left, for some seconds at most.
    @Override
    public void close() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            deliveries.forEach(delivery -> threads.execute(delivery::close));
        }
    }
}
