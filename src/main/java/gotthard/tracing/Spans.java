package gotthard.tracing;

import gotthard.action.Failure;
import gotthard.action.Outcome;
import gotthard.action.Progress;
import gotthard.action.Verdict;
import gotthard.graph.StepId;
import gotthard.journal.Event;
import gotthard.journal.Opening;
import gotthard.journal.RunState;
import gotthard.run.RunObserver;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Tells each attempt, verification, undoing and waiting of a step as a span, in the times of the journal, and at its end the run. What
/// failed is told by its kind: words stay in the journal. Of what began before this process had the run, the span begins when it got it.
final class Spans implements RunObserver {
    private final Tracer tracer;
    private final TraceIds ids;
    private final Map<StepId, Begun> begun = new HashMap<>();
    private final Map<StepId, Opening.Listed> listed = new HashMap<>();
    private Optional<Instant> since = Optional.empty();

    Spans(Tracer tracer, TraceIds ids) {
        this.tracer = tracer;
        this.ids = ids;
    }

    /// What a step is at.
    private record Begun(Instant at, int attempt) {}

    @Override
    public void changed(RunState state) {
        since = since.or(() -> Optional.of(state.lastAt()));
        listed.clear();
        state.opening().steps().forEach(step -> listed.put(step.id(), step));
    }

    @Override
    public void changed(RunState state, List<Event> events) {
        if (events.stream().anyMatch(Event.RunAmended.class::isInstance)) {
            changed(state);
        }
        events.forEach(event -> tell(state, event));
    }

    @Override
    public void progressed(StepId step, Progress progress) {}

    private void tell(RunState state, Event event) {
        switch (event) {
            case Event.StepIntended(var step, _, int attempt, _, _) ->
                    begun.put(step, new Begun(state.lastAt(), attempt));
            case Event.StepUndoIntended(var step, int attempt) ->
                    begun.put(step, new Begun(state.lastAt(), attempt));
            case Event.StepHeld(var step, _) -> begun.put(step, new Begun(state.lastAt(), 0));
            case Event.StepFoundRight(var step, _) ->
                    after(state, step, span(state, step, "check"), Optional.empty());
            case Event.StepEnded(var step, var outcome) ->
                    after(state, step, span(state, step, "apply"), failure(outcome));
            case Event.StepVerified(var step, var verdict) ->
                    after(state, step, span(state, step, "verify"), failure(verdict));
            case Event.StepUndone(var step, var outcome) ->
                    after(state, step, span(state, step, "undo"), failure(outcome));
            case Event.StepRestored(var step, var verdict) ->
                    after(state, step, span(state, step, "verify undo"), failure(verdict));
            case Event.StepReleased(var step) ->
                    after(state, step, span(state, step, "wait"), Optional.empty());
            case Event.StepApproved(var step, _) ->
                    after(state, step, span(state, step, "wait"), Optional.empty());
            case Event.RunEnded(var ending) ->
                    run(state, ending.name().toLowerCase(Locale.ROOT), ending.staysOpen());
            case Event _ -> {}
        }
    }

    /// Ends a span of a step; what follows begins then.
    private void after(RunState state, StepId step, SpanBuilder builder, Optional<String> failure) {
        Span span = builder.startSpan();
        failure.ifPresent(what -> span.setStatus(StatusCode.ERROR, what));
        span.end(state.lastAt());
        begun.put(step, new Begun(state.lastAt(), 0));
    }

    private SpanBuilder span(RunState state, StepId step, String doing) {
        Begun from = begun.getOrDefault(step, new Begun(since.orElse(state.openedAt()), 0));
        SpanBuilder builder =
                tracer.spanBuilder(doing + " " + step)
                        .setParent(Context.root().with(Span.wrap(TraceIds.of(state.id()))))
                        .setStartTimestamp(from.at())
                        .setAttribute(Key.RUN, state.id().value())
                        .setAttribute(Key.STEP, step.value());
        if (from.attempt() > 0) {
            builder.setAttribute(Key.ATTEMPT, (long) from.attempt());
        }
        Optional.ofNullable(listed.get(step))
                .ifPresent(it -> builder.setAttribute(Key.ACTION, it.kind()));
        return builder;
    }

    /// Only a run that is over: one that stays open is told by the process that ends it.
    private void run(RunState state, String ending, boolean staysOpen) {
        if (staysOpen) {
            return;
        }
        SpanContext identifiers = TraceIds.of(state.id());
        ids.give(identifiers);
        tracer.spanBuilder("run " + state.opening().plan())
                .setNoParent()
                .setStartTimestamp(state.openedAt())
                .setAttribute(Key.RUN, state.id().value())
                .setAttribute(Key.PLAN, state.opening().plan().value())
                .setAttribute(Key.ENDING, ending)
                .startSpan()
                .end(state.lastAt());
    }

    private static Optional<String> failure(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Failed(var failure) -> Optional.of(kind(failure));
            case Outcome.Unclear(var failure) -> Optional.of("unclear, " + kind(failure));
            case Outcome.Changed _, Outcome.AlreadyDone _ -> Optional.empty();
        };
    }

    private static Optional<String> failure(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Holds _ -> Optional.empty();
            case Verdict.Differs(var differences) ->
                    Optional.of(differences.size() + " differences");
            case Verdict.Underway _ -> Optional.of("underway");
            case Verdict.Unreadable(var failure) -> Optional.of("unreadable, " + kind(failure));
        };
    }

    private static String kind(Failure failure) {
        return failure.kind().name().toLowerCase(Locale.ROOT);
    }

    private static final class Key {
        static final AttributeKey<String> RUN = AttributeKey.stringKey("gotthard.run");
        static final AttributeKey<String> PLAN = AttributeKey.stringKey("gotthard.plan");
        static final AttributeKey<String> ENDING = AttributeKey.stringKey("gotthard.ending");
        static final AttributeKey<String> STEP = AttributeKey.stringKey("gotthard.step");
        static final AttributeKey<String> ACTION = AttributeKey.stringKey("gotthard.action");
        static final AttributeKey<Long> ATTEMPT = AttributeKey.longKey("gotthard.attempt");
    }
}
