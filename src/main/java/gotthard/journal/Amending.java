package gotthard.journal;

import gotthard.graph.StepId;

import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.TreePVector;

/// The state of a run after it became one of another plan.
final class Amending {
    private Amending() {}

    static RunState after(RunState state, Entry entry, Event.RunAmended amended) {
        PMap<StepId, StepRecord> steps = HashTreePMap.empty();
        for (Opening.Listed listed : amended.opening().steps()) {
            steps = steps.plus(listed.id(), record(state, listed.id(), amended));
        }
        return new RunState(
                state.id(),
                amended.opening(),
                state.openedAt(),
                state.direction(),
                steps,
                TreePVector.from(
                        state.approvals().stream()
                                .filter(approval -> !amended.voided().contains(approval.step()))
                                .toList()),
                state.handled(),
                entry.seq(),
                entry.at(),
                state.ending(),
                state.expected().map(Expected::outdated),
                state.operations().after(entry));
    }

    private static StepRecord record(RunState state, StepId step, Event.RunAmended amended) {
        StepRecord record = state.step(step);
        boolean isAnew = amended.again().contains(step) || amended.voided().contains(step);
        return isAnew ? record.unseen() : record;
    }
}
