package gotthard.proof;

import static gotthard.world.Judgement.bit;

import gotthard.world.Invariant;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Explores a slice breadth-first, so that what is found first is reached by as few moves as can be.
final class Search {
    private static final int BETWEEN_LOOKS = 4096;

    private final Slice slice;
    private final Limits limits;
    private final boolean hasFaults;
    private final boolean fuses;
    private final LastCopy lastCopy;
    private final States states;
    private final Findings findings;
    private final long[] state;
    private final long[] next;
    private final long[] full;
    private final long[] scratch;
    private int[] wanted = new int[0];
    private int id;
    private long transitions;
    private boolean isEndSeen;
    private boolean isObstructed;
    private int progress;
    private final List<Integer> refusing = new ArrayList<>();

    /// @param hasFaults whether things fail and runs turn back
    /// @param fuses whether a half that looks like the end is left out
    Search(Slice slice, Limits limits, boolean hasFaults, boolean fuses) {
        this.slice = slice;
        this.limits = limits;
        this.hasFaults = hasFaults;
        this.fuses = fuses;
        lastCopy = new LastCopy(slice);
        states = new States(slice.words());
        findings = new Findings(slice.worlds().size());
        state = new long[slice.words()];
        next = new long[slice.words()];
        full = new long[slice.words()];
        scratch = new long[slice.words()];
    }

    States states() {
        return states;
    }

    Findings findings() {
        return findings;
    }

    long transitions() {
        return transitions;
    }

    /// Whether a state was reached in which all is done.
    boolean isEndSeen() {
        return isEndSeen;
    }

    /// Whether something was refused, going back or where nothing fails, until another step came.
    boolean isObstructed() {
        return isObstructed;
    }

    /// Stops as soon as these invariants of each cell are found broken.
    Search until(int[] invariants) {
        wanted = invariants.clone();
        return this;
    }

    /// Explores all. Says which limit was reached, if one was.
    Optional<String> explore() {
        add(slice.first(), -1, -1);
        for (id = 0; id < states.count(); id++) {
            if (id % BETWEEN_LOOKS == 0) {
                var over = limit();
                if (over.isPresent()) {
                    return over;
                }
            }
            states.load(id, state);
            expand();
            if (wanted.length > 0 && findings.covers(wanted)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /// What a single state breaks, with what can be tried in it.
    Findings judge(long[] given) {
        add(given, -1, -1);
        states.load(0, state);
        id = 0;
        expand();
        return findings;
    }

    private Optional<String> limit() {
        if (states.count() > limits.states()) {
            return Optional.of("after %,d states".formatted(states.count()));
        }
        if (states.bytes() > limits.bytes()) {
            return Optional.of("after %,d states, with no more memory".formatted(states.count()));
        }
        return limits.isOver().getAsBoolean()
                ? Optional.of("after %,d states, with no more time".formatted(states.count()))
                : Optional.empty();
    }

    private void add(long[] reached, int parent, int move) {
        transitions++;
        if (!states.add(reached, parent, move)) {
            return;
        }
        int number = states.count() - 1;
        isEndSeen |= slice.isAllDone(reached) && !slice.isBack(reached);
        if (!hasFaults) {
            return;
        }
        for (int cell = 0; cell < slice.worlds().size(); cell++) {
            int broken = slice.watch().broken(slice, cell, reached, scratch);
            if (broken != 0) {
                findings.add(cell, broken, number, -1);
            }
        }
    }

    private void expand() {
        progress = 0;
        refusing.clear();
        boolean isBack = slice.isBack(state);
        for (int index = 0; index < slice.members().size(); index++) {
            int level = slice.control().of(state, index);
            if (isBack) {
                if (level != Control.PENDING && slice.mayUndo(index, state)) {
                    undo(index, level);
                }
            } else if (level == Control.PENDING) {
                if (slice.mayBegin(index, state)) {
                    begin(index);
                } else if (slice.waitsForever(index, state)) {
                    refusing.add(index);
                }
            } else if (level == Control.HALF) {
                complete(index);
            }
        }
        int steps = progress;
        surround();
        boolean isWaiting = steps > 0 && progress == steps && hasFaults == isBack;
        isObstructed |= isWaiting && !refusing.isEmpty();
        if (progress == 0) {
            stuck(isBack);
        }
        if (hasFaults) {
            turn();
        }
    }

    /// Nothing can be carried out or undone, and what could be is refused.
    private void stuck(boolean isBack) {
        if (hasFaults != isBack) {
            return;
        }
        Invariant invariant = isBack ? Invariant.STUCK_BACK : Invariant.STUCK_FORWARD;
        for (int index : refusing) {
            findings.add(slice.members().get(index).cell(), bit(invariant), id, -1);
        }
    }

    private void surround() {
        for (int index = 0; index < slice.writers().size(); index++) {
            go(Move.of(Move.WRITE, 0, index));
        }
        for (int index = 0; index < slice.deliverers().size(); index++) {
            boolean isDelivered = go(Move.of(Move.DELIVER, 0, index));
            progress += isDelivered && !hasFaults ? 1 : 0;
        }
        if (slice.allows(Move.of(Move.NEXT_DAY), state)) {
            go(Move.of(Move.NEXT_DAY));
            progress += hasFaults ? 0 : 1;
        }
    }

    private void turn() {
        if (slice.mayTurnBack(state)) {
            go(Move.of(Move.TURN_BACK));
        }
        if (slice.mayBeginAgain(state)) {
            go(Move.of(Move.BEGIN_AGAIN));
        }
    }

    private boolean go(int move) {
        System.arraycopy(state, 0, next, 0, next.length);
        if (!slice.attempt(move, next)) {
            return false;
        }
        add(next, id, move);
        return true;
    }

    private void begin(int index) {
        judgeDeletion(index, Move.of(Move.DO, 0, index));
        if (!go(Move.of(Move.DO, 0, index))) {
            refusing.add(index);
            return;
        }
        progress++;
        if (!hasFaults) {
            return;
        }
        System.arraycopy(next, 0, full, 0, next.length);
        Member member = slice.members().get(index);
        for (int way = 0; way < member.act().halves(); way++) {
            goUnless(Move.of(Move.LEAVE_HALF, way, index), index, !member.keepsHalf(), full);
            if (member.act().lies()) {
                go(Move.of(Move.TAKE_FOR_DONE, way, index));
            }
        }
    }

    /// Makes a move unless it leaves the world as another does, or as it is.
    private void goUnless(int move, int index, boolean mayFuse, long[] other) {
        System.arraycopy(state, 0, next, 0, next.length);
        if (!slice.attempt(move, next)) {
            return;
        }
        if (fuses && mayFuse) {
            int level = slice.control().of(next, index);
            slice.control().set(next, index, slice.control().of(other, index));
            if (Arrays.equals(next, other)) {
                return;
            }
            slice.control().set(next, index, level);
        }
        add(next, id, move);
    }

    private void complete(int index) {
        judgeDeletion(index, Move.of(Move.COMPLETE, 0, index));
        go(Move.of(Move.COMPLETE, 0, index));
        if (slice.members().get(index).act().lies()) {
            for (int way = 0; way < slice.members().get(index).act().halves(); way++) {
                go(Move.of(Move.TAKE_FOR_DONE, way, index));
            }
        }
    }

    private void judgeDeletion(int index, int move) {
        if (hasFaults && lastCopy.isDeletedBy(index, state)) {
            lose(index, move);
        }
    }

    private void lose(int index, int move) {
        findings.add(slice.members().get(index).cell(), bit(Invariant.LAST_COPY), id, move);
    }

    private void undo(int index, int level) {
        Member member = slice.members().get(index);
        int move = Move.of(Move.UNDO, 0, index);
        if (lastCopy.isUndoneWith(index, state)) {
            lose(index, move);
        }
        boolean isUndone = go(move);
        if (isUndone) {
            progress++;
        } else {
            refusing.add(index);
        }
        System.arraycopy(next, 0, full, 0, next.length);
        if (level == Control.HALF_UNDONE) {
            return;
        }
        for (int way = 0; way < member.act().undoHalves(); way++) {
            goUnless(Move.of(Move.LEAVE_HALF_UNDONE, way, index), index, isUndone, full);
        }
    }
}
