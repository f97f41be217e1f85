package gotthard.proof;

import java.util.List;

/// What came out.
public sealed interface Proof {
    Effort effort();

    /// No state that can be reached, under the assumptions, breaks an invariant, and the plan's end can be reached.
    record Proven(Effort effort) implements Proof {}

    /// An invariant can be broken.
    ///
    /// @param stories one for each invariant and cell that can be broken, the shortest first; at least one
    record Refuted(List<Story> stories, Effort effort) implements Proof {
        public Refuted {
            stories = List.copyOf(stories);
            if (stories.isEmpty()) {
                throw new IllegalArgumentException("a refutation tells a story");
            }
        }
    }

    /// A limit was reached before all was seen; what was seen breaks nothing.
    ///
    /// @param what as a phrase: `europe/file-metadata: after 5,000,000 states`
    record Undecided(List<String> what, Effort effort) implements Proof {
        public Undecided {
            what = List.copyOf(what);
        }
    }

    /// How much was looked at.
    ///
    /// @param states that were told apart
    /// @param transitions that were followed
    /// @param slices that the plan was cut into
    /// @param distinct slices that were left when equal ones were looked at once
    record Effort(long states, long transitions, int slices, int distinct) {}
}
