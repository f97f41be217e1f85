package gotthard.overview;

import gotthard.action.Failure;
import gotthard.inventory.RoleName;
import gotthard.journal.Hold;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;

/// Says what a step's row waits for.
final class Waits {
    private Waits() {}

    /// @param owner who answers for the plan
    static Optional<Waiting> of(StepRow row, Optional<String> owner) {
        if (row.hold().isPresent()) {
            return row.hold().map(hold -> held(row, hold, owner));
        }
        return row.stage().isBad()
                ? row.failure().map(failure -> bad(row, failure, owner))
                : Optional.empty();
    }

    private static Waiting held(StepRow row, Hold hold, Optional<String> owner) {
        String what =
                switch (hold) {
                    case Hold.AwaitsApproval(var missing, _) ->
                            "an approval by " + names(missing, " and ");
                    case Hold.AwaitsQuorum(var more, var of, _) ->
                            (more == 1
                                            ? "an approval by one more of "
                                            : "approvals by " + more + " more of ")
                                    + names(of, ", ");
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
        return new Waiting(
                row.origin(), row.since(), whose(hold).or(() -> owner), what, hold.releasedBy());
    }

    private static Waiting bad(StepRow row, Failure failure, Optional<String> owner) {
        return new Waiting(
                row.origin(),
                row.since(),
                owner,
                "somebody to look at it: " + failure.what(),
                failure.next().isEmpty()
                        ? "mend it, then apply again or roll back"
                        : failure.next());
    }

    /// Whom a hold itself names.
    private static Optional<String> whose(Hold hold) {
        return switch (hold) {
            case Hold.AwaitsApproval(var missing, _) -> Optional.of(names(missing, " and "));
            case Hold.AwaitsQuorum(_, var of, _) -> Optional.of(names(of, ", "));
            case Hold.Paused(var by) -> Optional.of(by);
            case Hold.AwaitsValue _,
                    Hold.AwaitsWindow _,
                    Hold.AwaitsDay _,
                    Hold.Frozen _,
                    Hold.Foreign _,
                    Hold.ReliedUpon _,
                    Hold.Drifted _,
                    Hold.Deviates _,
                    Hold.Breach _,
                    Hold.Unreadable _,
                    Hold.WaiverEnded _ ->
                    Optional.empty();
        };
    }

    private static String names(Collection<RoleName> roles, String joint) {
        return roles.stream().map(RoleName::value).sorted().collect(Collectors.joining(joint));
    }
}
