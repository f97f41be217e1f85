package gotthard.run;

import gotthard.action.Progress;
import gotthard.graph.StepId;
import gotthard.journal.Event;
import gotthard.journal.RunState;

import java.util.List;

/// Lets the pace of what moves follow the run's state, and passes on what it sees.
record Following(Paces paces, RunObserver next) implements RunObserver {
    @Override
    public void changed(RunState state) {
        paces.follow(state);
        next.changed(state);
    }

    @Override
    public void changed(RunState state, List<Event> events) {
        paces.follow(state);
        next.changed(state, events);
    }

    @Override
    public void progressed(StepId step, Progress progress) {
        next.progressed(step, progress);
    }
}
