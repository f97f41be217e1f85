package gotthard.preview;

import gotthard.action.Context;
import gotthard.graph.StepId;

/// Lends what a step needs to look at its sites. Called from several threads.
@FunctionalInterface
public interface Contexts {
    Context of(StepId step);
}
