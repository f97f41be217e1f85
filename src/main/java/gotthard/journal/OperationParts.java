package gotthard.journal;

import gotthard.graph.StepId;
import gotthard.inventory.PersonName;

import java.util.Optional;

/// What operators ask and what came of it, taken apart and put together.
final class OperationParts {
    private OperationParts() {}

    static void operation(Splitting to, Operation operation) {
        switch (operation) {
            case Operation.Pause(var by, var step, var why) ->
                    step(to.is("pause").word("by", by.value()), step).word("why", why);
            case Operation.Resume(var by, var step) ->
                    step(to.is("resume").word("by", by.value()), step);
            case Operation.Retry(var by, var step) ->
                    to.is("retry").word("by", by.value()).word("for", step.value());
            case Operation.Skip(var by, var step, var why) ->
                    to.is("skip").word("by", by.value()).word("for", step.value()).word("why", why);
            case Operation.Cancel(var by, var why) ->
                    to.is("cancel").word("by", by.value()).word("why", why);
            case Operation.RollbackStep(var by, var step, var why) ->
                    to.is("rollback-step")
                            .word("by", by.value())
                            .word("for", step.value())
                            .word("why", why);
            case Operation.Resolve resolve -> resolve(to.is("resolve"), resolve);
        }
    }

    static Operation operation(Joining from) {
        return switch (from.is()) {
            case "pause" -> new Operation.Pause(by(from), maybeStep(from), from.word("why"));
            case "resume" -> new Operation.Resume(by(from), maybeStep(from));
            case "retry" -> new Operation.Retry(by(from), step(from));
            case "skip" -> new Operation.Skip(by(from), step(from), from.word("why"));
            case "cancel" -> new Operation.Cancel(by(from), from.word("why"));
            case "rollback-step" ->
                    new Operation.RollbackStep(by(from), step(from), from.word("why"));
            case "resolve" ->
                    new Operation.Resolve(
                            by(from),
                            step(from),
                            from.choice("claim", Operation.Claim.class),
                            from.word("why"),
                            exhibit(from),
                            from.hasFact("until")
                                    ? Optional.of(
                                            new Operation.Waiver(
                                                    from.instant("until"), from.word("envelope")))
                                    : Optional.empty());
            default -> throw new Unreadable("no request is called \"" + from.is() + "\"");
        };
    }

    private static void resolve(Splitting to, Operation.Resolve resolve) {
        to.fact("claim", resolve.claim());
        resolve.waiver().ifPresent(waiver -> to.fact("until", waiver.until()));
        to.word("by", resolve.by().value())
                .word("for", resolve.step().value())
                .word("why", resolve.why());
        exhibit(to, resolve.evidence());
        resolve.waiver().ifPresent(waiver -> to.word("envelope", waiver.envelope()));
    }

    static void resolution(Splitting to, Resolution resolution) {
        switch (resolution.basis()) {
            case Resolution.Basis.Verified(var evidence) ->
                    ActionParts.evidence(to.is("verified"), evidence);
            case Resolution.Basis.Waived(var until, var found, var envelope) ->
                    to.is("waived")
                            .fact("until", until)
                            .within("found", part -> ActionParts.verdict(part, found))
                            .word("envelope", envelope);
        }
        to.word("by", resolution.by().value()).word("why", resolution.why());
        exhibit(to, resolution.evidence());
    }

    static Resolution resolution(Joining from) {
        Resolution.Basis basis =
                switch (from.is()) {
                    case "verified" -> new Resolution.Basis.Verified(ActionParts.evidence(from));
                    case "waived" ->
                            new Resolution.Basis.Waived(
                                    from.instant("until"),
                                    ActionParts.verdict(from.within("found")),
                                    from.word("envelope"));
                    default -> throw new Unreadable("nothing is resolved by \"" + from.is() + "\"");
                };
        return new Resolution(by(from), from.word("why"), exhibit(from), basis);
    }

    private static void exhibit(Splitting to, Optional<Operation.Exhibit> exhibit) {
        exhibit.ifPresent(it -> to.word("file", it.name()).word("sha256", it.sha256()));
    }

    private static Optional<Operation.Exhibit> exhibit(Joining from) {
        return from.hasWord("file")
                ? Optional.of(new Operation.Exhibit(from.word("file"), from.word("sha256")))
                : Optional.empty();
    }

    private static Splitting step(Splitting to, Optional<StepId> step) {
        step.ifPresent(id -> to.word("for", id.value()));
        return to;
    }

    private static Optional<StepId> maybeStep(Joining from) {
        return from.hasWord("for") ? Optional.of(step(from)) : Optional.empty();
    }

    private static StepId step(Joining from) {
        return new StepId(from.word("for"));
    }

    private static PersonName by(Joining from) {
        return new PersonName(from.word("by"));
    }
}
