package gotthard.run;

import gotthard.action.Progress;
import gotthard.graph.StepId;
import gotthard.journal.Event;
import gotthard.journal.RunState;

import java.util.List;

/// Watches a run from inside its process. Called on the deciding thread, so it must be quick.
public interface RunObserver {
    RunObserver NONE =
            new RunObserver() {
                @Override
                public void changed(RunState state) {}

                @Override
                public void changed(RunState state, List<Event> events) {}

                @Override
                public void progressed(StepId step, Progress progress) {}
            };

    /// What it shows is durable; anything may be other than the last time.
    void changed(RunState state);

    /// After each turn; what it shows is durable.
    ///
    /// @param events of the turn, which alone make the difference to the state before
    void changed(RunState state, List<Event> events);

    /// At most twice a second for each step.
    void progressed(StepId step, Progress progress);
}
