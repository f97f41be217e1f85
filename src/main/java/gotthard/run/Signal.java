package gotthard.run;

import gotthard.action.Blob;
import gotthard.action.Captured;
import gotthard.action.Checkpoint;
import gotthard.action.Outcome;
import gotthard.action.Prediction;
import gotthard.action.Verdict;
import gotthard.graph.StepId;
import gotthard.inventory.SiteName;
import gotthard.journal.Request;
import gotthard.journal.SitePause;

import java.util.Optional;

/// What the loop hears between two turns.
public sealed interface Signal {
    /// How an order ended: exactly one for each [Order.Job].
    sealed interface Report extends Signal {
        StepId step();
    }

    /// What a look found.
    ///
    /// @param captured what was there, when it differs and nothing in the way is foreign
    /// @param predicted what applying would change now, when the run has a prediction to compare it with
    record Looked(
            StepId step,
            Verdict verdict,
            Optional<Captured> captured,
            Optional<Prediction> predicted)
            implements Report {
        public Looked(StepId step, Verdict verdict, Optional<Captured> captured) {
            this(step, verdict, captured, Optional.empty());
        }
    }

    record Ended(StepId step, Outcome outcome) implements Report {}

    record Checked(StepId step, Verdict verdict) implements Report {}

    record Undone(StepId step, Outcome outcome) implements Report {}

    record RestoredChecked(StepId step, Verdict verdict) implements Report {}

    record Collected(StepId step, Outcome outcome) implements Report {}

    /// An attempt got so far.
    ///
    /// @param ticket to be confirmed when it is durable
    record CheckpointReached(StepId step, Checkpoint checkpoint, long ticket) implements Signal {}

    /// An action keeps words.
    ///
    /// @param ticket to be confirmed when it is durable
    record Kept(StepId step, String title, Blob content, long ticket) implements Signal {}

    /// A row of the inbox.
    record Asked(long row, Request request) implements Signal {}

    /// A row that was put into the inbox before this process took the run over.
    record Found(long row, Request request) implements Signal {}

    /// What a site measures asks for rest.
    record SitePaused(SiteName site, SitePause pause) implements Signal {}

    /// What a site measures is well again.
    record SiteResumed(SiteName site) implements Signal {}

    record StopAsked(StopLevel level) implements Signal {}

    /// This process goes on with a run that another began.
    record Resumed(String toolVersion, String by) implements Signal {}

    /// Somebody at this process asks to undo everything.
    record RollbackAsked(String why) implements Signal {}

    /// Somebody at this process asks to undo a step with all that depends on it.
    record UndoAsked(StepId step) implements Signal {}
}
