package gotthard.action;

import gotthard.world.Effect;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Brings the boxes of a [Depot] from Moscow to Zurich. What it declares, does and undoes can each be made false.
record Shipment(Depot depot, Lie lie) implements Action {
    /// What is not true of it.
    enum Lie {
        NONE,
        /// Declares a copy, and copies nothing.
        COPIES_NOTHING,
        /// Declares no effect, and copies.
        COPIES_SILENTLY,
        /// Declares no effect, brings boxes, and takes them away again before it ends.
        STAGES_SILENTLY,
        /// Undoing leaves a box.
        LEAVES_A_BOX,
        /// Declares that nothing is left by an attempt that is cut off.
        LEAVES_NOTHING,
        /// Leaves a note that no leaving tells of when it is cut off.
        LEAVES_A_NOTE,
        /// Declares that it can't be undone, and undoes.
        COMES_BACK,
        /// Declares that there is nothing to undo, and that it copies.
        ONLY_LOOKS
    }

    static final String LEAVING = "boxes that have arrived";

    @Override
    public Declaration declaration() {
        boolean isSilent = lie == Lie.COPIES_SILENTLY || lie == Lie.STAGES_SILENTLY;
        return new Declaration(
                "bring boxes",
                Set.of(Depot.MOSCOW, Depot.ZURICH),
                isSilent
                        ? List.of()
                        : List.of(new Effect.Copy(Depot.CELL, Depot.MOSCOW, Depot.ZURICH, true)),
                lie == Lie.LEAVES_NOTHING ? List.of() : List.of(LEAVING),
                switch (lie) {
                    case COMES_BACK -> Declaration.Reversal.IRREVERSIBLE;
                    case ONLY_LOOKS -> Declaration.Reversal.NOTHING_TO_UNDO;
                    case NONE,
                            COPIES_NOTHING,
                            COPIES_SILENTLY,
                            STAGES_SILENTLY,
                            LEAVES_A_BOX,
                            LEAVES_NOTHING,
                            LEAVES_A_NOTE ->
                            Declaration.Reversal.RESTORES;
                },
                Set.of(),
                Declaration.Guard.DETECTED,
                Declaration.Guard.NONE);
    }

    @Override
    public Prediction predict(Context context, Forecast earlier) {
        var change =
                new Prediction.Change(
                        Prediction.Sign.CREATE,
                        new Locator(Depot.HALL, "boxes"),
                        "brings them",
                        List.of());
        return isThere()
                ? new Prediction.Nothing("all boxes are there")
                : new Prediction.Changes(Prediction.Certainty.EXACT, List.of(change));
    }

    @Override
    public Verdict verify(Context context) {
        return isThere()
                ? new Verdict.Holds(Evidence.of(Depot.BOXES.size(), "all boxes are there"))
                : Verdict.differs(Difference.missing("a box", "there"));
    }

    @Override
    public Optional<String> marked(Context context) {
        return depot.things.containsValue(context.key().hex())
                ? Optional.of("boxes")
                : Optional.empty();
    }

    @Override
    public Captured capture(Context context) {
        return new Captured.Found(new Before.Absent());
    }

    @Override
    public Outcome apply(Context context, Before before) {
        if (isThere()) {
            return new Outcome.AlreadyDone();
        }
        bring(context, Depot.BOXES.size());
        if (lie == Lie.STAGES_SILENTLY) {
            depot.takeAway(context.key());
        }
        return new Outcome.Changed(Evidence.of(Depot.BOXES.size(), "brought"));
    }

    /// As far as an attempt gets that is cut off.
    void bring(Context context, int boxes) {
        if (lie != Lie.COPIES_NOTHING) {
            Depot.BOXES.subList(0, boxes).forEach(box -> depot.bring(box, context.key()));
        }
        if (lie == Lie.LEAVES_A_NOTE && boxes < Depot.BOXES.size()) {
            depot.things.put(Depot.ZURICH + "/note", context.key().hex());
        }
    }

    @Override
    public Outcome rollback(Context context, Before before) {
        if (marked(context).isEmpty()) {
            return new Outcome.AlreadyDone();
        }
        depot.takeAway(context.key());
        if (lie == Lie.LEAVES_A_BOX) {
            depot.bring("a", context.key());
        }
        return new Outcome.Changed(Evidence.of(Depot.BOXES.size(), "taken away"));
    }

    @Override
    public Verdict restored(Context context, Before before) {
        return marked(context).isEmpty()
                ? new Verdict.Holds(Evidence.of(1, "as before"))
                : Verdict.differs(Difference.missing("the boxes", "away"));
    }

    private boolean isThere() {
        return depot.at(Depot.ZURICH).size() == Depot.BOXES.size();
    }
}
