package gotthard.notice;

import gotthard.action.Failure;
import gotthard.action.Verdict;
import gotthard.graph.StepId;
import gotthard.journal.Ending;
import gotthard.journal.Event;
import gotthard.journal.Hold;
import gotthard.journal.Opening;
import gotthard.journal.RunState;
import gotthard.journal.StepState;
import gotthard.world.Effect;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What an event is told as, if it is told at all.
///
/// @param state after it
/// @param seq of its entry
record Wording(RunState state, long seq) {
    /// So long before it opens is a window near.
    private static final Duration NEAR = Duration.ofMinutes(30);

    Optional<Notice> of(Event event) {
        if (event instanceof Event.StepHeld(var step, var hold)) {
            return Optional.of(held(step, hold));
        }
        if (event instanceof Event.StepGivenUp(var step)) {
            Optional<Failure> failure = failure(step);
            return Optional.of(
                    told(
                            Occasion.FAILED,
                            Optional.of(step),
                            failure.map(Failure::what).orElse("it failed for good"),
                            failure.map(Failure::next).orElse("")));
        }
        if (event instanceof Event.StepVerified(var step, Verdict.Holds(var evidence))
                && isCutover(step)) {
            return Optional.of(told(Occasion.CUTOVER, Optional.of(step), evidence.statement(), ""));
        }
        if (event instanceof Event.RunTurned(var direction, var why)
                && direction == Event.Direction.BACK) {
            return Optional.of(told(Occasion.HELD, Optional.empty(), "it turns back: " + why, ""));
        }
        return event instanceof Event.RunEnded(var ending) ? ended(ending) : Optional.empty();
    }

    private Notice held(StepId step, Hold hold) {
        if (hold instanceof Hold.AwaitsWindow(_, var opens)) {
            return near(step, hold, opens);
        }
        if (hold instanceof Hold.AwaitsDay(_, var begins)) {
            return near(step, hold, begins);
        }
        if (hold instanceof Hold.Frozen(_, var ends)) {
            return near(step, hold, ends);
        }
        return told(
                Occasion.HELD, Optional.of(step), "it waits", "released by " + hold.releasedBy());
    }

    private Notice near(StepId step, Hold hold, Instant opens) {
        return new Notice(
                state.id(),
                seq,
                Occasion.WINDOW,
                state.lastAt(),
                state.opening().title(),
                Optional.of(step),
                "it waits for " + hold.releasedBy(),
                "",
                opens.minus(NEAR));
    }

    private Optional<Notice> ended(Ending ending) {
        return switch (ending) {
            case DONE -> Optional.of(over("it is done"));
            case ROLLED_BACK -> Optional.of(over("it is rolled back, and verified to be"));
            case CANCELLED -> Optional.of(over("it is cancelled; what it did was left"));
            case FAILED -> Optional.of(bad("it failed and waits for a person"));
            case ROLLBACK_FAILED -> Optional.of(bad("its rollback failed: a person must look"));
            case UNKNOWN -> Optional.of(bad("it is not known how an attempt ended"));
            case WAITING, STOPPED, OVERTAKEN -> Optional.empty();
        };
    }

    private Notice over(String what) {
        return told(Occasion.DONE, Optional.empty(), what, "");
    }

    private Notice bad(String what) {
        return told(
                Occasion.FAILED,
                Optional.empty(),
                what,
                "gotthard status " + state.id() + " tells what to do");
    }

    private Notice told(Occasion occasion, Optional<StepId> step, String what, String next) {
        return new Notice(
                state.id(),
                seq,
                occasion,
                state.lastAt(),
                state.opening().title(),
                step,
                what,
                next,
                state.lastAt());
    }

    private Optional<Failure> failure(StepId step) {
        return state.step(step).state() instanceof StepState.Failed(_, var failure, _)
                ? Optional.of(failure)
                : Optional.empty();
    }

    private boolean isCutover(StepId step) {
        return state.opening().steps().stream()
                .filter(listed -> listed.id().equals(step))
                .map(Opening.Listed::effects)
                .flatMap(effects -> effects.stream())
                .anyMatch(
                        effect ->
                                effect instanceof Effect.Switch
                                        || effect instanceof Effect.Processing);
    }
}
