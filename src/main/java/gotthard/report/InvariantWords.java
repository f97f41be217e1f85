package gotthard.report;

import gotthard.world.Invariant;

/// Invariants as people say them.
final class InvariantWords {
    private InvariantWords() {}

    /// What must hold, as a sentence.
    static String rule(Invariant invariant) {
        return switch (invariant) {
            case LOSS -> "Nothing that is stored may be lost.";
            case TWO_WRITERS -> "Only one site at a time takes writes of data that can change.";
            case STALE_WRITER ->
                    "A site that takes writes of data that can change has all of them.";
            case UNVERIFIED_WRITER ->
                    "A site that takes writes of data that can change was verified since the last of them arrived.";
            case RESIDENCY ->
                    "Data are stored, written, processed and laid down only where the policy allows it.";
            case GAP -> "The service goes on at every moment, but for declared pauses.";
            case GAP_HELD -> "A pause of the service does not wait for people.";
            case ORDER -> "Processing moves in the order that the policy asks for.";
            case LAST_COPY -> "Data are deleted only where every target has all of them, verified.";
            case RETURN ->
                    "After a way back, everything is as it was, and nothing written is missing.";
            case STUCK_BACK -> "The way back can always be gone to its end.";
            case STUCK_FORWARD -> "Where nothing fails, the plan comes to its end.";
            case NOT_MOVED -> "At the end, only the targets process and get traffic.";
            case GOAL ->
                    "At the end, the targets have all that the plan says it moves, and a site that deletes it has none of it.";
            case UNSIGNED -> "People have approved before every point of no return.";
            case RULE -> "What a rule of the policy asks for holds at every moment.";
        };
    }

    /// In a few words, what goes wrong where it is broken.
    static String broken(Invariant invariant) {
        return switch (invariant) {
            case LOSS -> "data can be lost";
            case TWO_WRITERS -> "two sites can take writes at once";
            case STALE_WRITER -> "a site can take writes without having all data";
            case UNVERIFIED_WRITER -> "a site can take writes without being verified";
            case RESIDENCY -> "data can be where the policy does not allow it";
            case GAP -> "the service can stop";
            case GAP_HELD -> "a pause of the service can wait for people";
            case ORDER -> "processing can move in the wrong order";
            case LAST_COPY -> "data can be deleted before every target has them, verified";
            case RETURN -> "a way back can leave something else than there was";
            case STUCK_BACK -> "the way back can get stuck";
            case STUCK_FORWARD -> "the plan can get stuck though nothing fails";
            case NOT_MOVED -> "the plan can end without having moved";
            case GOAL -> "the plan can end without having brought all";
            case UNSIGNED -> "a point of no return can be passed without an approval";
            case RULE -> "a rule of the policy can be broken";
        };
    }
}
