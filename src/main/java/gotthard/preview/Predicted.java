package gotthard.preview;

import gotthard.action.Prediction;
import gotthard.graph.StepId;

import java.util.List;

/// A step and what it would do.
public record Predicted(StepId step, String kind, Outlook outlook) {
    /// What it would change; nothing where that could not be found out.
    public List<Prediction.Change> changes() {
        return outlook instanceof Outlook.Acts(_, Prediction.Changes(_, var changes))
                ? changes
                : List.of();
    }
}
