package gotthard.run;

import gotthard.journal.RunId;
import gotthard.journal.RunState;

/// What asking for a run led to.
public sealed interface Start {
    /// This process has the run; close it when it has gone.
    record Ready(Running running) implements Start {}

    /// Another process has it.
    ///
    /// @param holder person, host and process
    record Busy(RunId run, String holder) implements Start {}

    /// It is done or rolled back: nothing is left to do.
    record Over(RunState state) implements Start {}

    /// It can't be done.
    record Impossible(RunId run, String why) implements Start {}

    /// There is no such run.
    record Missing(RunId run) implements Start {}
}
