package gotthard.journal;

import gotthard.graph.StepId;
import gotthard.inventory.PersonName;

import java.util.Optional;

/// Requests, taken apart and put together.
final class RequestParts {
    private RequestParts() {}

    static void request(Splitting to, Request request) {
        switch (request) {
            case Request.Approve approve -> approve(to.is("approve"), approve);
            case Request.Rollback(var by, var why) ->
                    to.is("rollback").word("by", by.value()).word("why", why);
            case Request.Stop(var by, var why) ->
                    to.is("stop").word("by", by.value()).word("why", why);
            case Operation operation -> OperationParts.operation(to, operation);
        }
    }

    static Request request(Joining from) {
        return switch (from.is()) {
            case "approve" -> approve(from);
            case "rollback" -> new Request.Rollback(by(from), from.word("why"));
            case "stop" -> new Request.Stop(by(from), from.word("why"));
            default -> OperationParts.operation(from);
        };
    }

    static void approve(Splitting to, Request.Approve approve) {
        to.fact("given", approve.at())
                .fact("signed", approve.signed().isPresent() ? 1 : 0)
                .word("for", approve.step().value())
                .word("by", approve.by().value())
                .word("comment", approve.comment());
        approve.signed().ifPresent(signed -> signed(to, signed));
    }

    private static void signed(Splitting to, Request.Signed signed) {
        to.fact("expires", signed.expires())
                .word("about", signed.digest())
                .word("nonce", signed.nonce())
                .word("key", signed.key())
                .word("envelope", signed.envelope());
    }

    static Request.Approve approve(Joining from) {
        return new Request.Approve(
                new StepId(from.word("for")),
                by(from),
                from.instant("given"),
                from.word("comment"),
                isSigned(from) ? Optional.of(signed(from)) : Optional.empty());
    }

    /// A row of the inbox may be older than the fact.
    private static boolean isSigned(Joining from) {
        return from.hasFact("signed") && from.number("signed") == 1;
    }

    private static Request.Signed signed(Joining from) {
        return new Request.Signed(
                from.word("about"),
                from.instant("expires"),
                from.word("nonce"),
                from.word("key"),
                from.word("envelope"));
    }

    private static PersonName by(Joining from) {
        return new PersonName(from.word("by"));
    }
}
