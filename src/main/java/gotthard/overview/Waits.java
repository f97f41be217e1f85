package gotthard.overview;

import gotthard.action.Failure;
import gotthard.journal.Hold;

import java.util.Optional;
import java.util.stream.Collectors;

/// Says what a step's row waits for.
final class Waits {
    private Waits() {}

    static Optional<Waiting> of(StepRow row) {
        if (row.hold().isPresent()) {
            return row.hold().map(hold -> held(row, hold));
        }
        return row.stage().isBad()
                ? row.failure().map(failure -> bad(row, failure))
                : Optional.empty();
    }

    private static Waiting held(StepRow row, Hold hold) {
        String what =
                switch (hold) {
                    case Hold.AwaitsApproval(var missing, _) ->
                            "an approval by "
                                    + missing.stream()
                                            .map(role -> role.value())
                                            .sorted()
                                            .collect(Collectors.joining(" and "));
                    case Hold.AwaitsQuorum(var more, var of, _) ->
                            (more == 1
                                            ? "an approval by one more of "
                                            : "approvals by " + more + " more of ")
                                    + of.stream()
                                            .map(role -> role.value())
                                            .sorted()
                                            .collect(Collectors.joining(", "));
                    case Hold.AwaitsValue(var gate, var now, var threshold) ->
                            gate + ": now " + now + ", wanted " + threshold;
                    case Hold.AwaitsWindow(var window, var opens) ->
                            "the window " + window + ", which opens at " + opens;
                    case Hold.AwaitsDay(var day, var begins) ->
                            "the day " + day + "; it may start at " + begins;
                    case Hold.Frozen(var freeze, var ends) ->
                            "the end of the freeze " + freeze + "; it may start at " + ends;
                    case Hold.Foreign _ -> "somebody to decide about what others made there";
                    case Hold.ReliedUpon upon ->
                            "somebody to put it back, because "
                                    + upon.names()
                                    + " began on what it was";
                    case Hold.Drifted _ ->
                            "somebody to decide, because it was verified again and has changed";
                    case Hold.Deviates _ ->
                            "somebody to decide about what is not as the saved plan predicted";
                    case Hold.Breach(var invariant) ->
                            "somebody to decide, because it could break " + invariant;
                    case Hold.Unreadable _ -> "the site to become readable";
                    case Hold.WaiverEnded _ ->
                            "a verification, because nobody answers for it any more";
                    case Hold.Paused(var by) -> by + ", who paused the run";
                };
        return new Waiting(row.id(), row.since(), what, hold.releasedBy());
    }

    private static Waiting bad(StepRow row, Failure failure) {
        return new Waiting(
                row.id(),
                row.since(),
                "somebody to look at it: " + failure.what(),
                failure.next().isEmpty()
                        ? "mend it, then apply again or roll back"
                        : failure.next());
    }
}
