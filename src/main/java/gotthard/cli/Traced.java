package gotthard.cli;

import gotthard.action.Progress;
import gotthard.graph.StepId;
import gotthard.journal.Event;
import gotthard.journal.RunState;
import gotthard.run.RunObserver;
import gotthard.tracing.Misconfigured;
import gotthard.tracing.Tracing;

import java.util.List;
import java.util.Optional;

/// Shows a run, and sends traces of it where the environment asks for them. What is wrong with these is said and holds up nothing.
record Traced(Display display, Optional<Tracing> tracing) implements RunObserver, AutoCloseable {
    static Traced of(Call call, Display display) {
        try {
            return new Traced(
                    display, Tracing.of(call.surroundings().environment(), Version.text()));
        } catch (Misconfigured bad) {
            display.say(
                    "no traces are sent: %s; correct the variables OTEL_… of the environment"
                            .formatted(bad.getMessage()));
            return new Traced(display, Optional.empty());
        }
    }

    @Override
    public void changed(RunState state) {
        display.changed(state);
        tracing.ifPresent(it -> it.changed(state));
    }

    @Override
    public void changed(RunState state, List<Event> events) {
        display.changed(state, events);
        tracing.ifPresent(it -> it.changed(state, events));
    }

    @Override
    public void progressed(StepId step, Progress progress) {
        display.progressed(step, progress);
    }

    @Override
    public void close() {
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
