package gotthard.cli;

import gotthard.action.Progress;
import gotthard.graph.StepId;
import gotthard.journal.Entry;
import gotthard.journal.Journal;
import gotthard.journal.RunId;
import gotthard.journal.RunState;
import gotthard.run.RunObserver;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A run that another process carries out, as the journal tells it.
final class Followed {
    private final Journal journal;
    private final Map<StepId, Progress> shown = new HashMap<>();
    private RunState state;

    Followed(Journal journal, RunState state) {
        this.journal = journal;
        this.state = state;
    }

    RunId id() {
        return state.id();
    }

    /// As of the last look.
    RunState state() {
        return state;
    }

    /// Who carries it out now.
    Optional<String> holder() {
        return journal.holder(id());
    }

    /// Tells what has come since the last look.
    ///
    /// @return whether there was anything
    boolean look(RunObserver observer) {
        boolean isNew = false;
        for (Entry entry : journal.entries(id(), state.last())) {
            state = state.after(entry);
            observer.changed(state);
            isNew = true;
        }
        for (Map.Entry<StepId, Progress> one : journal.progress(id()).entrySet()) {
            if (!one.getValue().equals(shown.put(one.getKey(), one.getValue()))) {
                observer.progressed(one.getKey(), one.getValue());
                isNew = true;
            }
        }
        return isNew;
    }
}
