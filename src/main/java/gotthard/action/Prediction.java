package gotthard.action;

import java.util.List;

/// What a step would change.
public sealed interface Prediction {
    /// Nothing: it is already as wanted.
    record Nothing(String why) implements Prediction {}

    /// At least one change.
    record Changes(Certainty certainty, List<Change> changes) implements Prediction {
        public Changes {
            changes = List.copyOf(changes);
        }
    }

    /// It could not be found out, or it is known now that applying would fail.
    record Obstacle(Failure failure) implements Prediction {}

    /// How a change is known.
    enum Certainty {
        /// The site itself tried it without keeping it.
        EXACT,
        /// Computed here from what the site has.
        SIMULATED,
        /// Only that something will run.
        OPAQUE
    }

    /// One change.
    ///
    /// @param details lines: fields that change, or examples
    record Change(Sign sign, Locator thing, String summary, List<String> details) {
        public Change {
            details = List.copyOf(details);
        }
    }

    /// What happens to a thing.
    enum Sign {
        CREATE,
        UPDATE,
        DELETE,
        RUN
    }
}
