package gotthard.journal;

import gotthard.inventory.DataTypeName;
import gotthard.inventory.RegionName;
import gotthard.inventory.SiteName;
import gotthard.world.CellId;
import gotthard.world.Effect;

/// Effects as parts of an event: names as words, the rest as facts.
final class EffectParts {
    private EffectParts() {}

    static void effect(Splitting to, Effect effect) {
        switch (effect) {
            case Effect.Deploy _ -> to.is("deploy");
            case Effect.Copy copy -> {
                to.is("copy").word("from", copy.from().value()).fact("full", copy.full() ? 1 : 0);
                if (copy.slot()) {
                    to.fact("slot", 1);
                }
            }
            case Effect.Replicate replicate ->
                    to.is("replicate")
                            .word("from", replicate.from().value())
                            .fact("follows", replicate.flow() == Effect.Flow.FOLLOW ? 1 : 0)
                            .fact("relays", replicate.relays() ? 1 : 0)
                            .fact("slot", replicate.fromSlot() ? 1 : 0);
            case Effect.StopReplication stop ->
                    to.is("stop-replication")
                            .word("from", stop.from().value())
                            .fact("resyncs", stop.resyncs() ? 1 : 0);
            case Effect.Fence _ -> to.is("fence");
            case Effect.Drain drain -> to.is("drain").word("from", drain.from().value());
            case Effect.Verify verify -> to.is("verify").word("from", verify.from().value());
            case Effect.Switch change ->
                    to.is("switch")
                            .word("from", change.from().value())
                            .fact("gradual", change.pace() == Effect.Pace.GRADUALLY ? 1 : 0)
                            .fact("drains", change.back() == Effect.Return.DRAINS ? 1 : 0);
            case Effect.Processing _ -> to.is("process");
            case Effect.StopProcessing _ -> to.is("stop-processing");
            case Effect.Stage _ -> to.is("stage");
            case Effect.Unstage _ -> to.is("unstage");
            case Effect.Delete _ -> to.is("delete");
        }
        to.word("region", effect.cell().region().value())
                .word("data", effect.cell().data().value());
        switch (effect) {
            case Effect.Local local -> to.word("at", local.at().value());
            case Effect.Switch change ->
                    to.words("to", change.to().stream().map(SiteName::value).toList());
        }
    }

    static Effect effect(Joining from) {
        var cell =
                new CellId(
                        new RegionName(from.word("region")), new DataTypeName(from.word("data")));
        return switch (from.is()) {
            case "deploy" -> new Effect.Deploy(cell, at(from));
            case "copy" ->
                    new Effect.Copy(
                            cell, source(from), at(from), is(from, "full"), from.hasFact("slot"));
            case "replicate" ->
                    new Effect.Replicate(
                            cell,
                            source(from),
                            at(from),
                            is(from, "follows") ? Effect.Flow.FOLLOW : Effect.Flow.STREAM,
                            is(from, "relays"),
                            is(from, "slot"));
            case "stop-replication" ->
                    new Effect.StopReplication(cell, source(from), at(from), is(from, "resyncs"));
            case "fence" -> new Effect.Fence(cell, at(from));
            case "drain" -> new Effect.Drain(cell, source(from), at(from));
            case "verify" -> new Effect.Verify(cell, source(from), at(from));
            case "switch" ->
                    new Effect.Switch(
                            cell,
                            source(from),
                            from.texts("to").stream().map(SiteName::new).toList(),
                            is(from, "gradual") ? Effect.Pace.GRADUALLY : Effect.Pace.AT_ONCE,
                            is(from, "drains") ? Effect.Return.DRAINS : Effect.Return.ROUTES);
            case "process" -> new Effect.Processing(cell, at(from));
            case "stop-processing" -> new Effect.StopProcessing(cell, at(from));
            case "stage" -> new Effect.Stage(cell, at(from));
            case "unstage" -> new Effect.Unstage(cell, at(from));
            case "delete" -> new Effect.Delete(cell, at(from));
            default -> throw new Unreadable("no effect is called \"" + from.is() + "\"");
        };
    }

    private static SiteName at(Joining from) {
        return new SiteName(from.word("at"));
    }

    private static SiteName source(Joining from) {
        return new SiteName(from.word("from"));
    }

    private static boolean is(Joining from, String fact) {
        return from.number(fact) == 1;
    }
}
