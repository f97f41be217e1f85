package gotthard.overview;

import gotthard.action.Progress;
import gotthard.graph.StepId;
import gotthard.journal.Entry;
import gotthard.journal.RunId;
import gotthard.journal.RunState;

import java.time.Instant;
import java.util.Map;

/// A run that is replayed while its entries come, and none of them kept. Threads may not share it.
public final class Replay {
    private final Traces traces = new Traces();
    private RunState state;

    /// @param first the entry that opens the run
    public Replay(RunId run, Entry first) {
        state = RunState.opened(run, first);
        traces.take(first);
    }

    /// Takes the next entry.
    public void take(Entry entry) {
        state = state.after(entry);
        traces.take(entry);
    }

    /// Where the run stands after the last entry that was taken.
    public RunState state() {
        return state;
    }

    /// The run in numbers, as [Overview#of] has them.
    ///
    /// @param progress the latest progress of each step, as the journal has it
    public Overview overview(Map<StepId, Progress> progress, Instant now) {
        return Overview.of(state, traces, progress, now);
    }
}
