package gotthard.run;

import gotthard.action.Progress;
import gotthard.graph.StepId;
import gotthard.journal.Event;
import gotthard.journal.RunState;

import java.util.List;

/// Keeps the latest state for whoever asks, and passes on what it sees.
final class Watch implements RunObserver {
    private volatile RunState state;
    private volatile RunObserver next = RunObserver.NONE;

    Watch(RunState state) {
        this.state = state;
    }

    void pass(RunObserver to) {
        next = to;
    }

    RunState state() {
        return state;
    }

    @Override
    public void changed(RunState latest) {
        state = latest;
        next.changed(latest);
    }

    @Override
    public void changed(RunState latest, List<Event> events) {
        state = latest;
        next.changed(latest, events);
    }

    @Override
    public void progressed(StepId step, Progress progress) {
        next.progressed(step, progress);
    }
}
