package gotthard.cli;

import gotthard.graph.StepId;
import gotthard.inventory.PersonName;
import gotthard.journal.Operation;

import java.util.List;
import java.util.Optional;

/// What operators ask of runs by one word.
enum OperatorVerb {
    PAUSE(
            Steps.MAYBE,
            "Starts nothing further of a run, or of one step; what runs goes on to its verification. It stands until"
                    + " somebody resumes it, whatever process has the run, and status says who, why and since when.",
            "paused",
            "gotthard pause europe-files --reason \"the link is being repaired\"",
            "gotthard pause europe-files files[zurich-1] --by platform-lead-1"),
    RESUME(
            Steps.MAYBE,
            "Lets a run, or one of its steps, go on that was paused. Where no process has the run, the next apply goes"
                    + " on with it.",
            "resumed",
            "gotthard resume europe-files"),
    RETRY(
            Steps.ONE,
            "Takes a step up again that failed, is held or was skipped, with what waited for it, under the same key."
                    + " Where no process has the run, the next apply does it.",
            "to be tried again",
            "gotthard retry europe-files files[zurich-1]"),
    SKIP(
            Steps.ONE,
            "Goes on without a step. What it would have done is not done, and not verified: status and every report say"
                    + " so. Not for approvals, nor for what a point of no return relies on; gotthard retry takes it"
                    + " back.",
            "skipped",
            "gotthard skip europe-files warm-up --reason \"done by the night shift\""),
    CANCEL(
            Steps.NONE,
            "Ends a run for good and leaves what it did; what runs goes on to its end first. A cancelled run can still"
                    + " be rolled back, and the next apply of its plan starts anew.",
            "cancelled",
            "gotthard cancel europe-files --reason \"the phase was moved to spring\"");

    /// Which steps the verb names.
    enum Steps {
        NONE,
        MAYBE,
        ONE
    }

    private final Steps steps;
    private final String about;
    private final String done;
    private final String examples;

    OperatorVerb(Steps steps, String about, String done, String... examples) {
        this.steps = steps;
        this.about = about;
        this.done = done;
        this.examples = String.join("\n", examples);
    }

    Steps steps() {
        return steps;
    }

    String about() {
        return about;
    }

    /// What holds of the run or step when it is accepted.
    String done() {
        return done;
    }

    List<String> examples() {
        return examples.lines().toList();
    }

    /// The request.
    ///
    /// @param step there where the verb needs one
    Operation operation(PersonName by, Optional<StepId> step, String why) {
        return switch (this) {
            case PAUSE -> new Operation.Pause(by, step, why);
            case RESUME -> new Operation.Resume(by, step);
            case RETRY -> new Operation.Retry(by, step.orElseThrow());
            case SKIP -> new Operation.Skip(by, step.orElseThrow(), why);
            case CANCEL -> new Operation.Cancel(by, why);
        };
    }
}
