package gotthard.journal;

import gotthard.graph.StepId;
import gotthard.inventory.RoleName;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.stream.Collectors;

/// Holds, taken apart and put together.
final class HoldParts {
    private HoldParts() {}

    static void hold(Splitting to, Hold hold) {
        switch (hold) {
            case Hold.AwaitsApproval(var missing, var command) ->
                    to.is("awaits-approval")
                            .fact("missing", missing.size())
                            .words("roles", missing.stream().map(RoleName::value).sorted().toList())
                            .word("command", command);
            case Hold.AwaitsQuorum(var more, var of, var command) ->
                    to.is("awaits-quorum")
                            .fact("more", more)
                            .words("roles", of.stream().map(RoleName::value).sorted().toList())
                            .word("command", command);
            case Hold.AwaitsValue(var gate, var now, var threshold) ->
                    to.is("awaits-value")
                            .word("gate", gate)
                            .word("now", now)
                            .word("threshold", threshold);
            case Hold.AwaitsWindow(var window, var opens) ->
                    to.is("awaits-window").fact("opens", opens).word("window", window);
            case Hold.Foreign(var differences) ->
                    ActionParts.differences(to.is("foreign"), differences);
            case Hold.AwaitsDay _ ->
                    throw new IllegalArgumentException("an early step is an event of its own kind");
            case Hold.Frozen _ ->
                    throw new IllegalArgumentException("a freeze is an event of its own kind");
            case Hold.ReliedUpon _ ->
                    throw new IllegalArgumentException(
                            "a step that is relied upon is an event of its own kind");
            case Hold.Drifted _ ->
                    throw new IllegalArgumentException("a drift is an event of its own kind");
            case Hold.Deviates _ ->
                    throw new IllegalArgumentException("a deviation is an event of its own kind");
            case Hold.Breach(var invariant) -> to.is("breach").word("invariant", invariant);
            case Hold.Unreadable(var failure) -> ActionParts.failure(to.is("unreadable"), failure);
            case Hold.WaiverEnded(var by, var ended) ->
                    to.is("waiver-ended").fact("ended", ended).word("by", by);
            case Hold.Paused(var by) -> to.is("paused").word("by", by);
        }
    }

    static Hold hold(Joining from) {
        return switch (from.is()) {
            case "awaits-approval" -> new Hold.AwaitsApproval(roles(from), from.word("command"));
            case "awaits-quorum" ->
                    new Hold.AwaitsQuorum(from.small("more"), roles(from), from.word("command"));
            case "awaits-value" ->
                    new Hold.AwaitsValue(
                            from.word("gate"), from.word("now"), from.word("threshold"));
            case "awaits-window" ->
                    new Hold.AwaitsWindow(from.word("window"), from.instant("opens"));
            case "foreign" -> new Hold.Foreign(ActionParts.differences(from));
            case "breach" -> new Hold.Breach(from.word("invariant"));
            case "unreadable" -> new Hold.Unreadable(ActionParts.failure(from));
            case "waiver-ended" -> new Hold.WaiverEnded(from.word("by"), from.instant("ended"));
            case "paused" -> new Hold.Paused(from.word("by"));
            default -> throw new Unreadable("no hold is called \"" + from.is() + "\"");
        };
    }

    /// Of an erased day, the one on which it begins is left.
    static Hold early(Joining from) {
        Instant begins = from.instant("begins");
        LocalDate day =
                from.isErased()
                        ? LocalDate.ofInstant(begins, ZoneOffset.UTC)
                        : LocalDate.parse(from.word("day"));
        return new Hold.AwaitsDay(day, begins);
    }

    static void reliedUpon(Splitting to, Hold.ReliedUpon hold) {
        ActionParts.differences(
                to.words("by", hold.by().stream().map(StepId::value).toList()), hold.differences());
    }

    static Hold reliedUpon(Joining from) {
        return new Hold.ReliedUpon(
                from.texts("by").stream().map(StepId::new).toList(), ActionParts.differences(from));
    }

    private static Set<RoleName> roles(Joining from) {
        return from.texts("roles").stream().map(RoleName::new).collect(Collectors.toSet());
    }
}
