package gotthard.overview;

import gotthard.graph.StepId;

import java.time.Instant;
import java.util.Optional;

/// Something that did not go straight on.
///
/// @param entry the number of the journal's entry that tells it
/// @param what in one sentence
/// @param next what to do, or empty where nothing is to be done
public record Incident(
        long entry, Instant at, Kind kind, Optional<StepId> step, String what, String next) {
    /// What happened.
    public enum Kind {
        FAILED("failed"),
        RETRIED("tried again"),
        IMPORTED("comes from a backup"),
        RECOVERED("recovered"),
        GIVEN_UP("given up"),
        VERIFICATION_FAILED("verification failed"),
        FOUND_CHANGED("found changed"),
        UNKNOWN("outcome unknown"),
        HELD("held"),
        TURNED_BACK("turned back"),
        TURNED_FORWARD("turned forward"),
        UNDO_FAILED("rollback failed"),
        ROLLED_BACK("rolled back"),
        RESUMED("resumed"),
        AMENDED("amended"),
        REFUSED("request refused"),
        ASKED("asked by an operator"),
        SKIPPED("skipped"),
        RESOLVED("resolved by hand"),
        CLAIM_REFUSED("claim refused"),
        WAIVED("waived"),
        WAIVER_ENDED("waiver ended"),
        CANCELLED("cancelled"),
        COLLECTED("collected"),
        SITE_PAUSED("site paused"),
        SITE_RESUMED("site resumed");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }
}
