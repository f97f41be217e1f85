package gotthard.proof.reference;

import gotthard.inventory.SiteName;
import gotthard.proof.Happening;
import gotthard.proof.reference.State.Mode;
import gotthard.proof.reference.State.Status;
import gotthard.world.Effect;
import gotthard.world.Level;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// All that can happen next.
record Moves(Script script) {
    List<Move> of(State state) {
        var moves = new ArrayList<Move>();
        for (SubStep subStep : script.subSteps()) {
            switch (state.mode()) {
                case FORWARD -> forward(state, subStep, moves);
                case BACK -> back(state, subStep, moves);
            }
        }
        turns(state, moves);
        environment(state, moves);
        return moves;
    }

    /// Whether its needs are done and it has not begun; its day may be still to come, and its precheck may refuse.
    boolean isNext(State state, SubStep subStep) {
        return state.of(subStep) == Status.PENDING && state.are(Status.DONE, subStep.needs());
    }

    /// Whether something is to be undone here, and nothing stands in its way but the undo's own refusal.
    boolean isNextToUndo(State state, SubStep subStep) {
        return state.of(subStep) != Status.PENDING
                && !subStep.isIrreversible()
                && state.are(Status.PENDING, subStep.dependants());
    }

    boolean refusesUndo(State state, SubStep subStep) {
        return subStep.acting()
                .filter(effect -> Undoing.full(effect, cell(state, subStep)).isEmpty())
                .isPresent();
    }

    private void forward(State state, SubStep subStep, List<Move> moves) {
        boolean begins = isNext(state, subStep) && hasItsDay(state, subStep);
        boolean completes = state.of(subStep) == Status.HALF;
        if (!begins && !completes) {
            return;
        }
        var acting = subStep.acting();
        if (acting.isEmpty()) {
            moves.add(done(state, subStep));
            return;
        }
        CellState cell = cell(state, subStep);
        boolean isAllowed =
                begins
                        ? !state.are(Status.PENDING, subStep.alike())
                                || Doing.canBegin(acting.get(), cell)
                        : Doing.canComplete(acting.get(), cell);
        if (!isAllowed) {
            return;
        }
        State full =
                state.with(
                        subStep.cell(),
                        state.are(Status.DONE, subStep.alike())
                                ? Doing.full(acting.get(), cell)
                                : Doing.halves(acting.get(), cell).iterator().next());
        moves.add(completes ? completed(full, subStep) : done(full, subStep));
        for (CellState half : Doing.halves(acting.get(), cell)) {
            State left = state.with(subStep.cell(), half);
            if (begins) {
                moves.add(leftHalf(left, subStep));
            }
            if (canBeTakenForDone(acting.get())) {
                moves.add(takenForDone(left, subStep));
            }
        }
    }

    private void back(State state, SubStep subStep, List<Move> moves) {
        if (!isNextToUndo(state, subStep)) {
            return;
        }
        var acting = subStep.acting();
        if (acting.isEmpty()) {
            moves.add(undone(state, subStep));
            return;
        }
        CellState cell = cell(state, subStep);
        Optional<CellState> full =
                state.are(Status.PENDING, subStep.alike())
                        ? Undoing.full(acting.get(), cell)
                        : Undoing.halves(acting.get(), cell).stream().findFirst();
        full.map(undone -> state.with(subStep.cell(), undone))
                .ifPresent(undone -> moves.add(undone(undone, subStep)));
        if (state.of(subStep) == Status.HALF_UNDONE) {
            return;
        }
        for (CellState half : Undoing.halves(acting.get(), cell)) {
            moves.add(leftHalfUndone(state.with(subStep.cell(), half), subStep));
        }
    }

    private static void turns(State state, List<Move> moves) {
        boolean isUntouched = state.areAll(Status.PENDING);
        if (state.mode() == Mode.FORWARD && !isUntouched) {
            moves.add(new Move(new Happening.TurnedBack(), state.in(Mode.BACK), Optional.empty()));
        }
        if (state.mode() == Mode.BACK && isUntouched) {
            moves.add(
                    new Move(new Happening.BegunAgain(), state.in(Mode.FORWARD), Optional.empty()));
        }
    }

    private void environment(State state, List<Move> moves) {
        for (int index = 0; index < state.cells().size(); index++) {
            writes(state, index, moves);
            deliveries(state, index, moves);
        }
        if (state.day() + 1 < script.model().days().size()) {
            State after = state.nextDay();
            moves.add(new Move(new Happening.DayCame(day(after)), after, Optional.empty()));
        }
    }

    private static void writes(State state, int index, List<Move> moves) {
        CellState cell = state.cells().get(index);
        if (cell.isAccepted()) {
            return;
        }
        for (SiteName at : cell.where(site -> site.open() != Level.NONE)) {
            moves.add(
                    new Move(
                            new Happening.Written(cell.ground().cell.id(), at),
                            state.with(index, Replications.write(cell, at)),
                            Optional.empty()));
        }
    }

    private static void deliveries(State state, int index, List<Move> moves) {
        CellState cell = state.cells().get(index);
        for (Edge edge : cell.ground().edges) {
            if (Replications.canDeliver(cell, edge)) {
                moves.add(
                        new Move(
                                new Happening.Delivered(
                                        cell.ground().cell.id(), edge.from(), edge.to()),
                                state.with(index, Replications.deliver(cell, edge)),
                                Optional.empty()));
            }
        }
    }

    private boolean hasItsDay(State state, SubStep subStep) {
        return subStep.of().notBefore().filter(first -> day(state).isBefore(first)).isEmpty();
    }

    private LocalDate day(State state) {
        return script.model().days().get(state.day());
    }

    /// A copy that is not verified in full may lack something that nobody looked at.
    private static boolean canBeTakenForDone(Effect effect) {
        return effect instanceof Effect.Copy copy && !copy.full();
    }

    private static CellState cell(State state, SubStep subStep) {
        return state.cells().get(subStep.cell());
    }

    private static Move done(State after, SubStep by) {
        return move(new Happening.Done(by.step(), by.effect()), after, by, Status.DONE);
    }

    private static Move leftHalf(State after, SubStep by) {
        return move(new Happening.LeftHalf(by.step(), by.effect()), after, by, Status.HALF);
    }

    private static Move completed(State after, SubStep by) {
        return move(new Happening.Completed(by.step(), by.effect()), after, by, Status.DONE);
    }

    private static Move takenForDone(State after, SubStep by) {
        return move(new Happening.TakenForDone(by.step(), by.effect()), after, by, Status.DONE);
    }

    private static Move undone(State after, SubStep by) {
        return move(new Happening.Undone(by.step(), by.effect()), after, by, Status.PENDING);
    }

    private static Move leftHalfUndone(State after, SubStep by) {
        return move(
                new Happening.LeftHalfUndone(by.step(), by.effect()),
                after,
                by,
                Status.HALF_UNDONE);
    }

    private static Move move(Happening what, State after, SubStep by, Status status) {
        return new Move(what, after.with(by, status), Optional.of(by));
    }
}
