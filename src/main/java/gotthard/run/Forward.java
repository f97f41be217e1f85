package gotthard.run;

import gotthard.action.Before;
import gotthard.action.Captured;
import gotthard.action.Difference;
import gotthard.action.Failure;
import gotthard.action.Outcome;
import gotthard.action.Prediction;
import gotthard.action.Verdict;
import gotthard.graph.Step;
import gotthard.graph.StepId;
import gotthard.journal.Event;
import gotthard.journal.Hold;
import gotthard.journal.StepRecord;
import gotthard.journal.StepState;

import java.util.ArrayList;
import java.util.List;

/// The way of a step to Verified: look, intend, apply, check.
final class Forward {
    private final Draft draft;
    private final Backward backward;
    private final Waiting waiting;
    private final Readiness readiness;
    private final Freshness freshness;

    Forward(Draft draft, Backward backward) {
        this.draft = draft;
        this.backward = backward;
        waiting = new Waiting(draft);
        readiness = new Readiness(draft);
        freshness = new Freshness(draft);
    }

    /// Finds what is ready, and what an earlier process left open.
    void begin() {
        for (Step step : draft.course().steps()) {
            readiness.count(step.id());
            if (draft.isSelected(step) && !draft.step(step.id()).isSettled()) {
                if (draft.awaits(step.id()) == 0 || Attempts.isOpen(draft.step(step.id()))) {
                    readiness.arrive(step.id());
                }
            }
        }
    }

    /// Goes on with a step, in slots that are free.
    void start(StepId id) {
        StepRecord record = draft.step(id);
        if (record.isSettled()) {
            check(id);
        } else if (!record.touched()) {
            if (freshness.holdsLook(id)) {
                return;
            }
            draft.launch(new Order.Look(id, record.generation(), draft.deadline(id)));
        } else if (Attempts.isOpen(record) || !draft.trail(id).looked()) {
            check(id);
        } else {
            record.before().ifPresent(before -> intend(id, before));
        }
    }

    private void check(StepId id) {
        StepRecord record = draft.step(id);
        draft.launch(
                new Order.Check(id, record.generation(), draft.deadline(id), record.checkpoint()));
    }

    private void intend(StepId id, Before before) {
        boolean isOff = draft.awaits(id) > 0 || draft.way() != Way.FORWARD;
        if (isOff
                || new Schedule(draft).holds(id)
                || freshness.holds(id)
                || new Guarding(draft).holds(id)) {
            return;
        }
        draft.note(id, draft.trail(id).delayed(0));
        List<Long> relied = new ArrayList<>(Attempts.relied(draft, id));
        relied.addAll(freshness.relied(id));
        StepRecord record = draft.step(id);
        draft.record(
                new Event.StepIntended(
                        id, record.generation(), record.attempts() + 1, before, relied));
        draft.launch(
                new Order.Apply(
                        id, record.generation(), draft.deadline(id), before, record.checkpoint()));
    }

    void looked(Signal.Looked look) {
        StepId id = look.step();
        if (draft.way() != Way.FORWARD) {
            new Lost(draft, backward).looked(look);
            return;
        }
        if (!draft.mayStart()) {
            draft.enlist(id);
            return;
        }
        if (isToBeDecided(id) && !(look.verdict() instanceof Verdict.Holds)) {
            stillDrifted(id, look.verdict());
            return;
        }
        switch (look.verdict()) {
            case Verdict.Holds(var evidence) -> {
                if (look.captured().isPresent()) {
                    begin(id, look.captured().get());
                } else if (!waiting.deviates(id, new Prediction.Nothing(evidence.statement()))) {
                    draft.record(new Event.StepFoundRight(id, evidence));
                    if (!new Guarding(draft).holdsFound(id)) {
                        readiness.verified(id);
                    }
                }
            }
            case Verdict.Differs(var differences) -> differs(look, differences);
            case Verdict.Underway _ -> waiting.again(id);
            case Verdict.Unreadable(var failure) -> waiting.unreadable(id, failure);
        }
    }

    private void differs(Signal.Looked look, List<Difference> differences) {
        StepId id = look.step();
        draft.note(id, draft.trail(id).seen());
        if (waiting.holdsForeign(id, differences) || waiting.holdsReliedUpon(id, differences)) {
            return;
        }
        boolean isRecovered = look.captured().orElse(null) instanceof Captured.Recovered;
        if (!isRecovered
                && look.predicted().isPresent()
                && waiting.deviates(id, look.predicted().get())) {
            return;
        }
        if (look.captured().isEmpty()) {
            String what = id + " was looked at, and nothing was captured";
            waiting.hold(id, new Hold.Unreadable(new Failure(Failure.Kind.BUG, what, "")));
            return;
        }
        begin(id, look.captured().get());
    }

    /// What an earlier process did and the journal has lost is done under the same key again, which finds it there.
    private void begin(StepId id, Captured captured) {
        switch (captured) {
            case Captured.Found(var before) -> intend(id, before);
            case Captured.Recovered(var before, var marks) -> {
                intend(id, before);
                if (draft.step(id).touched()) {
                    draft.record(new Event.StepRecovered(id, marks));
                }
            }
            case Captured.Failed(var failure) -> waiting.unreadable(id, failure);
        }
    }

    /// An attempt has ended.
    ///
    /// @param overdue whether its deadline had passed, so that its end was recorded as unclear already
    void ended(StepId id, Outcome outcome, boolean overdue) {
        if (!overdue) {
            draft.record(new Event.StepEnded(id, outcome));
        }
        draft.note(id, draft.trail(id).seen());
        if (draft.isInterrupted()) {
            return;
        }
        if (overdue || outcome instanceof Outcome.Unclear) {
            check(id);
            return;
        }
        if (outcome instanceof Outcome.Failed(var failure)) {
            failed(id, failure);
            return;
        }
        if (draft.way() == Way.FORWARD) {
            check(id);
        } else {
            backward.settle(id);
        }
    }

    /// Whether somebody has to decide about a step that is not as wanted before it is changed: a person put it right, and nobody answers
    /// for that any more, or it has drifted.
    private boolean isToBeDecided(StepId id) {
        return draft.step(id).state() instanceof StepState.Held(Hold.WaiverEnded _)
                || draft.step(id).state() instanceof StepState.Held(Hold.Drifted _);
    }

    void checked(StepId id, Verdict verdict) {
        if (draft.step(id).isSettled()) {
            freshness.checked(id, verdict);
            backward.settle(id);
            return;
        }
        if (isToBeDecided(id) && !(verdict instanceof Verdict.Holds)) {
            stillDrifted(id, verdict);
            backward.settle(id);
            return;
        }
        if (verdict instanceof Verdict.Differs(var differences)
                && waiting.holdsReliedUpon(id, differences)) {
            return;
        }
        if (!isTold(draft.step(id).state(), verdict)) {
            draft.record(new Event.StepVerified(id, verdict));
        }
        if (draft.isInterrupted()) {
            return;
        }
        switch (verdict) {
            case Verdict.Holds _ -> {
                readiness.verified(id);
                backward.settle(id);
            }
            case Verdict.Differs(var differences) -> {
                draft.note(id, draft.trail(id).seen());
                notAsWanted(id, differences);
            }
            case Verdict.Underway _ -> waiting.again(id);
            case Verdict.Unreadable(var failure) -> waiting.lookAgainUnlessHopeless(id, failure);
        }
    }

    private void stillDrifted(StepId id, Verdict verdict) {
        if (draft.step(id).state() instanceof StepState.Held(Hold.Drifted _)
                && verdict instanceof Verdict.Differs(var differences)) {
            freshness.drifted(id, differences);
        }
    }

    /// Whether the journal says so already: looking again and again writes nothing new.
    private static boolean isTold(StepState state, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Underway _ -> state instanceof StepState.Running;
            case Verdict.Unreadable _ -> state instanceof StepState.Unknown;
            case Verdict.Holds _, Verdict.Differs _ -> false;
        };
    }

    private void notAsWanted(StepId id, List<Difference> differences) {
        Failure failure =
                draft.step(id).state() instanceof StepState.Failed(_, var words, _)
                        ? words
                        : Failure.transientFailure(differences.getFirst().toString(), "");
        if (!Attempts.foreign(differences).isEmpty()) {
            failed(id, Failure.refused(failure.what(), failure.next()));
        } else if (draft.attempts().made(id) == 0 && draft.way() == Way.FORWARD) {
            draft.step(id)
                    .before()
                    .ifPresentOrElse(before -> intend(id, before), () -> draft.enlist(id));
        } else {
            failed(id, failure);
        }
    }

    private void failed(StepId id, Failure failure) {
        if (draft.way() != Way.FORWARD) {
            backward.settle(id);
            return;
        }
        Step step = draft.course().step(id);
        if (failure.kind().mayPass() && draft.attempts().made(id) < step.attempts()) {
            draft.enlistAfter(id, draft.backoff().after(id, draft.attempts().made(id)));
            return;
        }
        draft.record(new Event.StepGivenUp(id));
        switch (step.onFailure()) {
            case ROLLBACK -> backward.turn("the step " + id + " failed: " + failure);
            case FREEZE -> draft.freeze();
        }
    }
}
