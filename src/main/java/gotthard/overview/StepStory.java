package gotthard.overview;

import gotthard.graph.StepId;
import gotthard.journal.Entry;
import gotthard.journal.RunId;
import gotthard.journal.RunState;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What happened to one step of a run, replayed from the journal.
///
/// @param moments in order: what was recorded of it, and what people asked of it
public record StepStory(RunId run, StepId step, List<Moment> moments) {
    public StepStory {
        moments = List.copyOf(moments);
    }

    /// Replays it.
    ///
    /// @param entries all entries of the run, the first of which opens it
    public static StepStory of(RunId run, StepId step, List<Entry> entries) {
        var moments = new ArrayList<Moment>();
        RunState state = RunState.opened(run, entries.getFirst());
        for (Entry entry : entries.subList(1, entries.size())) {
            state = state.after(entry);
            if (Moment.about(entry.event()).equals(Optional.of(step))) {
                moments.add(Moment.of(state, entry));
            }
        }
        return new StepStory(run, step, moments);
    }
}
