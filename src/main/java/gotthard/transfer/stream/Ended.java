package gotthard.transfer.stream;

import java.util.List;

/// How an attempt ended.
public sealed interface Ended {
    /// The target has all that the source had when it was listed.
    record Complete(Tally tally) implements Ended {}

    /// All but some.
    ///
    /// @param troubles the first of them, as far as this end knows
    record Incomplete(Tally tally, List<Trouble> troubles) implements Ended {
        public Incomplete {
            troubles = List.copyOf(troubles);
        }
    }

    /// A line ended. What was placed stays, and the next attempt goes on.
    record Broken(String what, String next) implements Ended {}

    /// It makes no sense to go on before somebody has done something.
    record Stopped(String what, String next) implements Ended {}
}
