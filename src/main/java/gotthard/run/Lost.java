package gotthard.run;

import gotthard.action.Before;
import gotthard.action.Captured;
import gotthard.action.Declaration;
import gotthard.action.Verdict;
import gotthard.graph.Step;
import gotthard.graph.StepId;
import gotthard.journal.Event;
import gotthard.journal.Hold;
import gotthard.journal.StepRecord;
import gotthard.journal.StepState;

import java.util.List;

/// What a way back has to find before it undoes anything, where the run comes from a backup: steps that were done after it. Their keys
/// are at the sites, and the journal knows of no attempt.
final class Lost {
    private final Draft draft;
    private final Backward backward;

    Lost(Draft draft, Backward backward) {
        this.draft = draft;
        this.backward = backward;
    }

    /// Whether a step has to be looked at, because what the journal says of it may be too old.
    boolean mayBeDone(Step step) {
        StepId id = step.id();
        boolean isConcerned =
                draft.way() == Way.BACK
                        || draft.part()
                                .filter(part -> draft.course().withDependants(part).contains(id))
                                .isPresent();
        return isImported()
                && isConcerned
                && draft.isSelected(step)
                && !draft.step(id).touched()
                && !draft.trail(id).looked()
                && draft.course().approval(id).isEmpty()
                && draft.course().reversal(id) != Declaration.Reversal.NOTHING_TO_UNDO;
    }

    private boolean isImported() {
        return draft.run().operations().imported().isPresent();
    }

    /// A look has ended on the way back.
    void looked(Signal.Looked look) {
        StepId id = look.step();
        if (isImported() && draft.unsettled().contains(id) && isToBeLookedAtAgain(look)) {
            return;
        }
        draft.note(id, draft.trail(id).seen());
        if (look.captured().orElse(null) instanceof Captured.Recovered(var before, var marks)) {
            own(id, before, marks);
            backward.begin();
            return;
        }
        if (draft.step(id).state() instanceof StepState.Held(Hold.Unreadable _)) {
            draft.record(new Event.StepReleased(id));
        }
        backward.settle(id);
    }

    private boolean isToBeLookedAtAgain(Signal.Looked look) {
        var waiting = new Waiting(draft);
        if (look.captured().orElse(null) instanceof Captured.Failed(var failure)) {
            waiting.unreadable(look.step(), failure);
            return true;
        }
        return switch (look.verdict()) {
            case Verdict.Unreadable(var failure) -> {
                waiting.unreadable(look.step(), failure);
                yield true;
            }
            case Verdict.Underway _ -> {
                waiting.again(look.step());
                yield true;
            }
            case Verdict.Holds _, Verdict.Differs _ -> false;
        };
    }

    /// From now on it is an attempt whose end is not known.
    private void own(StepId id, Before before, String marks) {
        StepRecord record = draft.step(id);
        draft.record(
                new Event.StepIntended(
                        id, record.generation(), record.attempts() + 1, before, List.of()));
        draft.record(new Event.StepRecovered(id, marks));
    }
}
