package gotthard.journal;

import gotthard.action.Checkpoint;
import gotthard.graph.StepId;
import gotthard.inventory.PersonName;

import java.time.Instant;
import java.util.Optional;

/// What is known of a step, taken apart and put together. For snapshots only; what is as in a fresh record is left out.
final class StepParts {
    private StepParts() {}

    static void record(Splitting to, StepRecord record) {
        switch (record) {
            case StepRecord(
                            var id,
                            var state,
                            var generation,
                            var attempts,
                            var undoAttempts,
                            var touched,
                            var before,
                            var checkpoint,
                            var started,
                            var ended) -> {
                to.word("id", id.value())
                        .within("state", part -> state(part, state))
                        .fact("generation", generation)
                        .fact("attempts", attempts)
                        .fact("undoAttempts", undoAttempts)
                        .fact("touched", touched ? 1 : 0);
                before.ifPresent(it -> to.within("before", part -> ActionParts.before(part, it)));
                checkpoint.ifPresent(it -> to.word("checkpoint", it.text()));
                started.ifPresent(at -> moment(to, "started", at));
                ended.ifPresent(at -> moment(to, "ended", at));
            }
        }
    }

    static StepRecord record(Joining from) {
        return new StepRecord(
                new StepId(from.word("id")),
                state(from.within("state")),
                from.small("generation"),
                from.small("attempts"),
                from.small("undoAttempts"),
                from.number("touched") == 1,
                from.hasFact("before")
                        ? Optional.of(ActionParts.before(from.within("before")))
                        : Optional.empty(),
                from.hasWord("checkpoint")
                        ? Optional.of(new Checkpoint(from.word("checkpoint")))
                        : Optional.empty(),
                maybeMoment(from, "started"),
                maybeMoment(from, "ended"));
    }

    private static void state(Splitting to, StepState state) {
        switch (state) {
            case StepState.Pending() -> to.is("pending");
            case StepState.Running(var since) -> moment(to.is("running"), "since", since);
            case StepState.Applied(var since) -> moment(to.is("applied"), "since", since);
            case StepState.Verified(var at, var seq, var evidence) ->
                    ActionParts.evidence(
                            moment(to.is("verified"), "at", at).fact("seq", seq), evidence);
            case StepState.Stale(var at, var differences) ->
                    ActionParts.differences(moment(to.is("stale"), "at", at), differences);
            case StepState.Held(Hold.Deviates(var deviations)) ->
                    ExpectedParts.deviations(to.is("deviates"), deviations);
            case StepState.Held(Hold.AwaitsDay(var day, var begins)) ->
                    to.is("early").fact("begins", begins).word("day", day.toString());
            case StepState.Held(Hold.Frozen(var freeze, var ends)) ->
                    to.is("frozen").fact("ends", ends).word("freeze", freeze);
            case StepState.Held(Hold.ReliedUpon hold) ->
                    HoldParts.reliedUpon(to.is("relied-upon"), hold);
            case StepState.Held(Hold.Drifted(var differences)) ->
                    ActionParts.differences(to.is("drifted"), differences);
            case StepState.Held(var hold) ->
                    to.is("held").within("hold", part -> HoldParts.hold(part, hold));
            case StepState.Skipped(var at, var by, var why) ->
                    moment(to.is("skipped"), "at", at).word("by", by.value()).word("why", why);
            case StepState.Resolved(var at, var seq, var how) ->
                    moment(to.is("resolved"), "at", at)
                            .fact("seq", seq)
                            .within("how", part -> OperationParts.resolution(part, how));
            case StepState.Failed(var at, var failure, var forGood) ->
                    ActionParts.failure(
                            moment(to.is("failed"), "at", at).fact("forGood", forGood ? 1 : 0),
                            failure);
            case StepState.Unknown(var failure) -> ActionParts.failure(to.is("unknown"), failure);
            case StepState.RollingBack(var since) -> moment(to.is("going-back"), "since", since);
            case StepState.RolledBack(var at) -> moment(to.is("rolled-back"), "at", at);
            case StepState.RollbackFailed(var failure) ->
                    ActionParts.failure(to.is("stuck"), failure);
        }
    }

    private static StepState state(Joining from) {
        return switch (from.is()) {
            case "pending" -> new StepState.Pending();
            case "running" -> new StepState.Running(moment(from, "since"));
            case "applied" -> new StepState.Applied(moment(from, "since"));
            case "verified" ->
                    new StepState.Verified(
                            moment(from, "at"), from.number("seq"), ActionParts.evidence(from));
            case "stale" -> new StepState.Stale(moment(from, "at"), ActionParts.differences(from));
            case "deviates" ->
                    new StepState.Held(new Hold.Deviates(ExpectedParts.deviations(from)));
            case "early" -> new StepState.Held(HoldParts.early(from));
            case "frozen" ->
                    new StepState.Held(new Hold.Frozen(from.word("freeze"), from.instant("ends")));
            case "relied-upon" -> new StepState.Held(HoldParts.reliedUpon(from));
            case "drifted" -> new StepState.Held(new Hold.Drifted(ActionParts.differences(from)));
            case "held" -> new StepState.Held(HoldParts.hold(from.within("hold")));
            case "skipped" ->
                    new StepState.Skipped(
                            moment(from, "at"), new PersonName(from.word("by")), from.word("why"));
            case "resolved" ->
                    new StepState.Resolved(
                            moment(from, "at"),
                            from.number("seq"),
                            OperationParts.resolution(from.within("how")));
            case "failed" ->
                    new StepState.Failed(
                            moment(from, "at"),
                            ActionParts.failure(from),
                            from.number("forGood") == 1);
            case "unknown" -> new StepState.Unknown(ActionParts.failure(from));
            case "going-back" -> new StepState.RollingBack(moment(from, "since"));
            case "rolled-back" -> new StepState.RolledBack(moment(from, "at"));
            case "stuck" -> new StepState.RollbackFailed(ActionParts.failure(from));
            default -> throw new Unreadable("no state is called \"" + from.is() + "\"");
        };
    }

    /// All moments of a run's entries are whole milliseconds.
    static Splitting moment(Splitting to, String key, Instant at) {
        return to.fact(key, at.toEpochMilli());
    }

    static Instant moment(Joining from, String key) {
        return Instant.ofEpochMilli(from.number(key));
    }

    static Optional<Instant> maybeMoment(Joining from, String key) {
        return from.hasFact(key) ? Optional.of(moment(from, key)) : Optional.empty();
    }
}
