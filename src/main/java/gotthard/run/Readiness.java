package gotthard.run;

import gotthard.graph.StepId;
import gotthard.journal.StepRecord;

import java.util.ArrayDeque;
import java.util.List;

/// Which steps count, so that others may begin on them, and what that lets begin.
final class Readiness {
    private final Draft draft;

    Readiness(Draft draft) {
        this.draft = draft;
    }

    /// Counts what a step waits for, or rests on, that does not count.
    void count(StepId id) {
        long missing =
                draft.course().step(id).needs().stream().filter(need -> !counts(need)).count();
        draft.awaits(id, (int) missing);
    }

    /// Whether others may begin on a step: a person answers for it, or it was verified, is not being verified again, and all that it
    /// needs counts, too.
    boolean counts(StepId id) {
        StepRecord record = draft.step(id);
        boolean isDoubted = draft.trail(id).doubter().isPresent();
        return record.isSettled()
                && (!record.isVerified() || (draft.awaits(id) == 0 && !isDoubted));
    }

    void arrive(StepId id) {
        if (draft.course().approval(id).isPresent()) {
            draft.openGate(id);
        } else {
            draft.enlist(id);
        }
    }

    /// Releases what waited for this step, if it counts now.
    void verified(StepId first) {
        var open = new ArrayDeque<StepId>();
        if (draft.way() == Way.FORWARD && counts(first)) {
            open.add(first);
        }
        while (!open.isEmpty()) {
            for (StepId dependant : draft.course().dependants(open.remove())) {
                if (draft.awaits(dependant) == 0) {
                    continue;
                }
                draft.awaits(dependant, draft.awaits(dependant) - 1);
                if (draft.step(dependant).isVerified()) {
                    if (counts(dependant)) {
                        open.add(dependant);
                    }
                } else if (draft.awaits(dependant) == 0 && !draft.step(dependant).isSettled()) {
                    arrive(dependant);
                }
            }
        }
    }

    /// A step that counted does not any more: what depends on it waits again, or does not count either.
    void withdrawn(StepId first) {
        var open = new ArrayDeque<StepId>(List.of(first));
        while (!open.isEmpty()) {
            for (StepId dependant : draft.course().dependants(open.remove())) {
                if (draft.step(dependant).isVerified() && counts(dependant)) {
                    open.add(dependant);
                }
                draft.awaits(dependant, draft.awaits(dependant) + 1);
                draft.closeGate(dependant);
            }
        }
    }
}
