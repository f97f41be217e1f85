package gotthard.proof;

import gotthard.world.CellWorld;
import gotthard.world.Effect;
import gotthard.world.Layout;

import java.util.List;
import java.util.Optional;

/// A part of a model, or all of it, as a machine on packed states: what can happen, and what it changes.
///
/// @param isWhole whether nothing of the model is left out
/// @param scope the variables that it keeps
/// @param cells indexes in the model of the cells that it has
/// @param mode field: 0 forward, 1 back
/// @param day field of the number of the day; absent where days make no difference
record Slice(
        Parts parts,
        boolean isWhole,
        Scope scope,
        List<Integer> cells,
        List<CellWorld> worlds,
        List<Member> members,
        Control control,
        PartSet all,
        int mode,
        int day,
        int lastDay,
        List<Site> writers,
        List<Site> deliverers,
        Watch watch,
        int words) {

    /// The same, which looks at a clause, too.
    Slice watching(Clause clause, int number) {
        return new Slice(
                parts,
                isWhole,
                scope,
                cells,
                worlds,
                members,
                control,
                all,
                mode,
                day,
                lastDay,
                writers,
                deliverers,
                watch.with(ClauseWatch.of(clause, number, this)),
                words);
    }

    /// A site, or a replication, of a cell of the slice.
    record Site(int cell, int number) {}

    long[] first() {
        long[] state = new long[words];
        for (CellWorld world : worlds) {
            world.begin(state);
        }
        return state;
    }

    /// What a member does to its cell, where it is a part that does something.
    Optional<Effect> effect(int index) {
        Member member = members.get(index);
        return member.stands() == Member.Stands.PART
                ? parts.part(member.id()).effect()
                : Optional.empty();
    }

    boolean isBack(long[] state) {
        return Layout.get(state, mode) != 0;
    }

    int day(long[] state) {
        return Layout.get(state, day);
    }

    boolean isAllPending(long[] state) {
        return control.allPending(state, all);
    }

    boolean isAllDone(long[] state) {
        return control.allDone(state, all);
    }

    /// Whether a member may begin: forward, all that it needs is done, and its day has come.
    boolean mayBegin(int index, long[] state) {
        Member member = members.get(index);
        return !isBack(state)
                && !member.isNever()
                && control.allDone(state, member.needs())
                && (day == Layout.ABSENT || day(state) >= member.day());
    }

    /// Whether a member waits for nothing but a day that never comes.
    boolean waitsForever(int index, long[] state) {
        Member member = members.get(index);
        return member.waitsForever() && control.allDone(state, member.needs());
    }

    /// Whether a member may be undone: back, begun, nothing that needs it is left, and it can be undone at all.
    boolean mayUndo(int index, long[] state) {
        Member member = members.get(index);
        return isBack(state)
                && !member.irreversible()
                && control.of(state, index) != Control.PENDING
                && control.allPending(state, member.dependants());
    }

    boolean mayTurnBack(long[] state) {
        return !isBack(state) && (!isWhole || !isAllPending(state));
    }

    boolean mayBeginAgain(long[] state) {
        return isBack(state) && isAllPending(state);
    }

    /// Whether order, mode and day allow a move.
    boolean allows(int move, long[] state) {
        int index = Move.index(move);
        return switch (Move.kind(move)) {
            case Move.DO, Move.LEAVE_HALF ->
                    control.of(state, index) == Control.PENDING && mayBegin(index, state);
            case Move.COMPLETE -> !isBack(state) && control.of(state, index) == Control.HALF;
            case Move.TAKE_FOR_DONE ->
                    (control.of(state, index) == Control.HALF && !isBack(state))
                            || (control.of(state, index) == Control.PENDING
                                    && mayBegin(index, state));
            case Move.UNDO -> mayUndo(index, state);
            case Move.LEAVE_HALF_UNDONE ->
                    mayUndo(index, state) && control.of(state, index) != Control.HALF_UNDONE;
            case Move.TURN_BACK -> mayTurnBack(state);
            case Move.BEGIN_AGAIN -> mayBeginAgain(state);
            case Move.NEXT_DAY -> day != Layout.ABSENT && day(state) < lastDay;
            default -> true;
        };
    }

    /// Carries a move out that order, mode and day allow. False where the world refuses it; then the state is to be thrown away.
    boolean attempt(int move, long[] state) {
        int index = Move.index(move);
        switch (Move.kind(move)) {
            case Move.TURN_BACK -> Layout.set(state, mode, 1);
            case Move.BEGIN_AGAIN -> Layout.set(state, mode, 0);
            case Move.NEXT_DAY -> Layout.set(state, day, day(state) + 1);
            case Move.WRITE -> {
                return worlds.get(writers.get(index).cell).write(writers.get(index).number, state);
            }
            case Move.DELIVER -> {
                return worlds.get(deliverers.get(index).cell)
                        .deliver(deliverers.get(index).number, state);
            }
            default -> {
                if (!act(move, members.get(index), state)) {
                    return false;
                }
                control.set(state, index, after(Move.kind(move)));
            }
        }
        return true;
    }

    private static boolean act(int move, Member member, long[] state) {
        int way = Move.way(move);
        return switch (Move.kind(move)) {
            case Move.DO -> member.act().apply(state);
            case Move.LEAVE_HALF, Move.TAKE_FOR_DONE -> member.act().half(way, state);
            case Move.COMPLETE -> member.act().complete(state);
            case Move.UNDO -> member.act().undo(state);
            default -> member.act().undoHalf(way, state);
        };
    }

    private static int after(int kind) {
        return switch (kind) {
            case Move.LEAVE_HALF -> Control.HALF;
            case Move.UNDO -> Control.PENDING;
            case Move.LEAVE_HALF_UNDONE -> Control.HALF_UNDONE;
            default -> Control.DONE;
        };
    }
}
