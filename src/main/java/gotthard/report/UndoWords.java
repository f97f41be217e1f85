package gotthard.report;

import gotthard.world.CellId;
import gotthard.world.Effect;

/// What the undoing of steps brings about, as sentences without a full stop.
///
/// @param namesCells whether cells are named
record UndoWords(boolean namesCells) {
    /// Wholly undone: `moscow takes writes again`.
    String undone(Effect effect) {
        String data = data(effect.cell());
        return switch (effect) {
            case Effect.Deploy(_, var at) ->
                    "the workloads" + of(effect) + " at " + at + " are removed";
            case Effect.Copy copy -> "what it had copied to " + copy.at() + " is removed";
            case Effect.Replicate replicate ->
                    "the replication"
                            + of(effect)
                            + " from "
                            + replicate.from()
                            + " to "
                            + replicate.at()
                            + " ends";
            case Effect.StopReplication stop ->
                    "the replication"
                            + of(effect)
                            + " from "
                            + stop.from()
                            + " to "
                            + stop.at()
                            + " runs again"
                            + (stop.resyncs()
                                    ? ", and what it had missed is brought"
                                    : ", from this moment on");
            case Effect.Fence(_, var at) -> at + " takes writes" + of(effect) + " again";
            case Effect.Drain _, Effect.Verify _ -> "nothing had changed";
            case Effect.Switch change -> back(change);
            case Effect.Processing(_, var at) -> "processing" + of(effect) + " at " + at + " stops";
            case Effect.StopProcessing(_, var at) ->
                    "processing" + of(effect) + " at " + at + " starts again";
            case Effect.Stage(_, var at) ->
                    data + " that lay at " + at + " on their way are removed";
            case Effect.Unstage(_, var at) -> data + " lie at " + at + " again, on their way";
            case Effect.Delete _ -> "nothing brings back what it deleted";
        };
    }

    /// Undone halfway.
    String halfUndone(Effect effect) {
        return switch (effect) {
            case Effect.Copy copy -> "a part of what it had copied is still at " + copy.at();
            case Effect.Fence(_, var at) -> at + " takes some writes" + of(effect) + " again";
            case Effect.Switch change ->
                    change.pace() == Effect.Pace.AT_ONCE
                            ? Sentences.and(change.to())
                                    + Sentences.verb(change.to(), " is", " are")
                                    + " closed to writes"
                                    + of(effect)
                                    + ", and the traffic still goes there"
                            : "the traffic"
                                    + of(effect)
                                    + " goes to "
                                    + change.from()
                                    + " again, and "
                                    + Sentences.and(change.to())
                                    + " still"
                                    + Sentences.verb(change.to(), " takes", " take")
                                    + " writes";
            case Effect.Deploy _,
                    Effect.Replicate _,
                    Effect.StopReplication _,
                    Effect.Drain _,
                    Effect.Verify _,
                    Effect.Processing _,
                    Effect.StopProcessing _,
                    Effect.Stage _,
                    Effect.Unstage _,
                    Effect.Delete _ ->
                    undone(effect) + ", but not wholly";
        };
    }

    private String back(Effect.Switch change) {
        String sites = Sentences.and(change.to());
        String routed = "the traffic" + of(change) + " goes to " + change.from() + " again";
        return switch (change.back()) {
            case DRAINS ->
                    sites
                            + Sentences.verb(change.to(), " is", " are")
                            + " closed to writes"
                            + of(change)
                            + ", what was written there arrives, and "
                            + routed;
            case ROUTES ->
                    routed
                            + ", and "
                            + sites
                            + " still"
                            + Sentences.verb(change.to(), " takes", " take")
                            + " writes";
        };
    }

    private String data(CellId cell) {
        return namesCells ? cell.toString() : "the data";
    }

    private String of(Effect effect) {
        return namesCells ? " of " + effect.cell() : "";
    }
}
