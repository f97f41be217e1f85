package gotthard.report;

import gotthard.inventory.SiteName;
import gotthard.proof.Situation;
import gotthard.world.CellId;
import gotthard.world.Effect;

import java.util.List;

/// What steps do, as phrases.
///
/// @param namesCells whether cells are named
record EffectWords(boolean namesCells) {
    /// In the third person: `closes moscow to writes`.
    ///
    /// @param before how the cells stood
    String verb(Effect effect, Situation before) {
        String data = data(effect.cell());
        return switch (effect) {
            case Effect.Deploy(_, var at) -> "makes workloads" + of(effect) + " ready at " + at;
            case Effect.Copy copy ->
                    "copies "
                            + data
                            + " from "
                            + copy.from()
                            + " to "
                            + copy.at()
                            + (copy.full()
                                    ? ", and verifies all of it"
                                    : ", and verifies no more than the number")
                            + (copy.slot()
                                    ? "; what changes from then on is kept for a replication"
                                    : "");
            case Effect.Replicate replicate ->
                    "starts to replicate "
                            + data
                            + " from "
                            + replicate.from()
                            + " to "
                            + replicate.at()
                            + since(replicate);
            case Effect.StopReplication stop ->
                    "ends the replication"
                            + of(effect)
                            + " from "
                            + stop.from()
                            + " to "
                            + stop.at();
            case Effect.Fence(_, var at) -> "closes " + at + " to writes" + of(effect);
            case Effect.Drain drain ->
                    "waits until all that was written"
                            + of(effect)
                            + " at "
                            + drain.from()
                            + " so far has arrived at "
                            + drain.at();
            case Effect.Verify verify -> "compares " + compared(verify) + ", and all is there";
            case Effect.Switch change ->
                    "opens "
                            + Sentences.and(change.to())
                            + " to writes"
                            + of(effect)
                            + " and routes the traffic there instead of to "
                            + change.from();
            case Effect.Processing(_, var at) -> "starts processing" + of(effect) + " at " + at;
            case Effect.StopProcessing(_, var at) -> "stops processing" + of(effect) + " at " + at;
            case Effect.Stage(_, var at) -> "lays " + data + " down at " + at + ", on their way";
            case Effect.Unstage(_, var at) ->
                    "removes " + data + " that lay at " + at + " on their way";
            case Effect.Delete(var cell, var at) ->
                    "deletes " + data + " at " + at + passed(cell, at, before);
        };
    }

    private static String passed(CellId cell, SiteName at, Situation before) {
        List<String> to =
                before.running().stream()
                        .filter(link -> link.cell().equals(cell) && link.from().equals(at))
                        .map(link -> link.to().value())
                        .sorted()
                        .toList();
        return to.isEmpty()
                ? ""
                : "; the replication that still runs deletes them at "
                        + Sentences.and(to)
                        + ", too";
    }

    private static String since(Effect.Replicate replicate) {
        return switch (replicate.flow()) {
            case FOLLOW -> ", by comparing again and again";
            case STREAM ->
                    replicate.fromSlot()
                            ? ", from the moment of the copy on"
                            : ", from this moment on";
        };
    }

    /// In the infinitive: `close moscow to writes`.
    String infinitive(Effect effect) {
        String data = data(effect.cell());
        return switch (effect) {
            case Effect.Deploy(_, var at) -> "make workloads" + of(effect) + " ready at " + at;
            case Effect.Copy copy -> "copy " + data + " from " + copy.from() + " to " + copy.at();
            case Effect.Replicate replicate ->
                    "replicate " + data + " from " + replicate.from() + " to " + replicate.at();
            case Effect.StopReplication stop ->
                    "end the replication"
                            + of(effect)
                            + " from "
                            + stop.from()
                            + " to "
                            + stop.at();
            case Effect.Fence(_, var at) -> "close " + at + " to writes" + of(effect);
            case Effect.Drain drain ->
                    "wait for what was written"
                            + of(effect)
                            + " at "
                            + drain.from()
                            + " to arrive at "
                            + drain.at();
            case Effect.Verify verify -> "compare " + compared(verify);
            case Effect.Switch change ->
                    "open "
                            + Sentences.and(change.to())
                            + " to writes"
                            + of(effect)
                            + " and route the traffic there instead of to "
                            + change.from();
            case Effect.Processing(_, var at) -> "process" + of(effect) + " at " + at;
            case Effect.StopProcessing(_, var at) -> "stop processing" + of(effect) + " at " + at;
            case Effect.Stage(_, var at) -> "lay " + data + " down at " + at + ", on their way";
            case Effect.Unstage(_, var at) ->
                    "remove " + data + " that lie at " + at + " on their way";
            case Effect.Delete(_, var at) -> "delete " + data + " at " + at;
        };
    }

    private String compared(Effect.Verify verify) {
        return (namesCells ? verify.cell() + " at " : "") + verify.at() + " with " + verify.from();
    }

    private String data(CellId cell) {
        return namesCells ? cell.toString() : "the data";
    }

    private String of(Effect effect) {
        return namesCells ? " of " + effect.cell() : "";
    }
}
