package gotthard.run;

import gotthard.graph.StepId;
import gotthard.journal.Event;
import gotthard.journal.Hold;
import gotthard.journal.StepState;
import gotthard.policy.Delay;

import java.time.Duration;
import java.util.Collections;

/// Keeps a step from its intent while it may not start, and takes it up again when it may.
final class Schedule {
    private final Draft draft;

    Schedule(Draft draft) {
        this.draft = draft;
    }

    /// Whether the step has to wait. It is looked at once more before it goes on.
    boolean holds(StepId id) {
        boolean isAtRest = !draft.mayStart() || draft.rest().isPaused(id) || isSpared(id);
        if (isAtRest) {
            draft.enlist(id);
            return true;
        }
        return draft.course()
                .graph()
                .timetable()
                .delay(id, draft.now())
                .map(delay -> await(id, delay))
                .orElse(false);
    }

    private boolean isSpared(StepId id) {
        return !Collections.disjoint(draft.rest().spared(), draft.course().sites(id));
    }

    private boolean await(StepId id, Delay delay) {
        Hold hold =
                switch (delay) {
                    case Delay.Shut(var window, var until) ->
                            new Hold.AwaitsWindow(window.value(), until);
                    case Delay.Early(var day, var until) -> new Hold.AwaitsDay(day, until);
                    case Delay.Frozen(var freeze, var until) -> new Hold.Frozen(freeze, until);
                };
        if (!draft.step(id).state().equals(new StepState.Held(hold))) {
            draft.record(new Event.StepHeld(id, hold));
        }
        draft.enlistAfter(id, Duration.between(draft.now(), delay.until()));
        return true;
    }

    /// Whether there is something to wait for that comes sooner than the calendar lets steps start.
    static boolean isBusy(State state, Course course) {
        return state.alarms().stream()
                .anyMatch(alarm -> !awaitsTime(state.run().step(course.at(alarm.index())).state()));
    }

    private static boolean awaitsTime(StepState state) {
        return state instanceof StepState.Held(Hold.AwaitsWindow _)
                || state instanceof StepState.Held(Hold.AwaitsDay _)
                || state instanceof StepState.Held(Hold.Frozen _);
    }
}
