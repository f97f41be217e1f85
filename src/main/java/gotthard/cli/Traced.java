package gotthard.cli;

import gotthard.action.Progress;
import gotthard.graph.StepId;
import gotthard.journal.Event;
import gotthard.journal.RunState;
import gotthard.notice.Misconfigured;
import gotthard.notice.Notices;
import gotthard.run.RunObserver;
import gotthard.tracing.Tracing;

import java.util.List;
import java.util.Optional;

/// Shows a run, and sends traces of it and tells hooks where the environment asks for them. What is wrong with these is said and holds up
/// nothing.
record Traced(Display display, Optional<Tracing> tracing, Optional<Notices> notices)
        implements RunObserver, AutoCloseable {
    static Traced of(Call call, Display display) throws InterruptedException {
        return new Traced(display, tracing(call, display), notices(call, display));
    }

    private static Optional<Tracing> tracing(Call call, Display display) {
        try {
            return Tracing.of(call.surroundings().environment(), Version.text());
        } catch (gotthard.tracing.Misconfigured bad) {
            display.say(
                    "no traces are sent: %s; correct the variables OTEL_… of the environment"
                            .formatted(bad.getMessage()));
            return Optional.empty();
        }
    }

    private static Optional<Notices> notices(Call call, Display display)
            throws InterruptedException {
        try {
            return Notices.of(call.surroundings().environment(), call.surroundings().clock());
        } catch (Misconfigured bad) {
            display.say(
                    "no hooks are told: %s; correct the variables GOTTHARD_HOOK… of the environment"
                            .formatted(bad.getMessage()));
            return Optional.empty();
        }
    }

    @Override
    public void changed(RunState state) {
        display.changed(state);
        tracing.ifPresent(it -> it.changed(state));
        notices.ifPresent(it -> it.changed(state));
    }

    @Override
    public void changed(RunState state, List<Event> events) {
        display.changed(state, events);
        tracing.ifPresent(it -> it.changed(state, events));
        notices.ifPresent(it -> it.changed(state, events));
    }

    @Override
    public void progressed(StepId step, Progress progress) {
        display.progressed(step, progress);
    }

    @Override
    public void close() {
        notices.ifPresent(
                it -> {
                    it.close();
                    it.lost().forEach(display::say);
                });
        tracing.ifPresent(
                it -> {
                    it.close();
                    if (it.lost() > 0) {
                        display.say(
                                "%s of the trace could not be sent; look at what OTEL_EXPORTER_OTLP_ENDPOINT names. The journal has all of it"
                                        .formatted(Words.count(it.lost(), "span")));
                    }
                });
    }
}
