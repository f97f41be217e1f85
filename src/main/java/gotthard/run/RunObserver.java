package gotthard.run;

import gotthard.action.Progress;
import gotthard.graph.StepId;
import gotthard.journal.RunState;

/// Watches a run from inside its process. Called on the deciding thread, so it must be quick.
public interface RunObserver {
    RunObserver NONE =
            new RunObserver() {
                @Override
                public void changed(RunState state) {}

                @Override
                public void progressed(StepId step, Progress progress) {}
            };

    /// After each turn; what it shows is durable.
    void changed(RunState state);

    /// At most twice a second for each step.
    void progressed(StepId step, Progress progress);
}
