package gotthard.proof;

import gotthard.world.Invariant;
import gotthard.world.Judgement;

import java.util.ArrayList;
import java.util.List;

/// Carries out in the whole model what was found in a slice: before a part begins, what it needs elsewhere; before one is undone, what
/// needs it. What can't be carried out is answered by false.
final class Replay {
    private final Slice whole;
    private final Slice slice;
    private final List<Integer> moves = new ArrayList<>();
    private long[] state;
    private int day;

    Replay(Slice whole, Slice slice) {
        this.whole = whole;
        this.slice = slice;
        state = whole.first();
    }

    /// What was carried out.
    List<Integer> moves() {
        return List.copyOf(moves);
    }

    /// Follows a path of the slice to where it breaks an invariant of a cell, and says whether it does so in the whole.
    boolean reaches(List<Integer> path, int cell, Invariant invariant) {
        boolean isJudgedBefore = invariant == Invariant.LAST_COPY;
        int length = isJudgedBefore ? path.size() - 1 : path.size();
        for (int move : path.subList(0, length)) {
            if (!prepare(move) || !follow(move)) {
                return false;
            }
        }
        if (isJudgedBefore) {
            return prepare(path.getLast()) && breaksByMove(cell, invariant);
        }
        return breaks(cell, invariant) || new Closing(this, whole).finish(cell, invariant);
    }

    private boolean breaksByMove(int cell, Invariant invariant) {
        Findings findings = judge(true);
        return findings.hasAtFirst(cell, invariant) && go(findings.move(cell, invariant));
    }

    boolean breaks(int cell, Invariant invariant) {
        return switch (invariant) {
            case STUCK_FORWARD -> judge(false).hasAtFirst(cell, invariant);
            case STUCK_BACK -> judge(true).hasAtFirst(cell, invariant);
            default -> {
                int broken = whole.watch().broken(whole, cell, state, new long[state.length]);
                yield (broken & Judgement.bit(invariant)) != 0;
            }
        };
    }

    private Findings judge(boolean hasFaults) {
        return new Search(whole, Limits.USUAL, hasFaults, false).judge(state);
    }

    boolean go(int move) {
        if (!whole.allows(move, state)) {
            return false;
        }
        long[] next = state.clone();
        if (!whole.attempt(move, next)) {
            return false;
        }
        state = next;
        moves.add(move);
        return true;
    }

    /// How many moves were carried out, to return to.
    int mark() {
        return moves.size();
    }

    void returnTo(int mark) {
        List<Integer> kept = List.copyOf(moves.subList(0, mark));
        moves.clear();
        state = whole.first();
        kept.forEach(this::go);
    }

    long[] state() {
        return state;
    }

    private boolean prepare(int move) {
        int kind = Move.kind(move);
        if (kind > Move.LEAVE_HALF_UNDONE) {
            return kind != Move.TURN_BACK || prepareTurn();
        }
        Member member = slice.members().get(Move.index(move));
        if (member.stands() != Member.Stands.PART) {
            return true;
        }
        return kind < Move.UNDO ? carryOutNeeds(member.id()) : takeBackDependants(member.id());
    }

    /// Only what has begun can turn back.
    private boolean prepareTurn() {
        for (int part = 0; whole.isAllPending(state) && part < whole.members().size(); part++) {
            if (!slice.cells().contains(whole.members().get(part).cell())) {
                go(Move.of(Move.DO, 0, part));
            }
        }
        return true;
    }

    private boolean follow(int move) {
        int index = Move.index(move);
        return switch (Move.kind(move)) {
            case Move.TURN_BACK -> whole.isBack(state) || go(move);
            case Move.BEGIN_AGAIN -> takeBackAll() && go(move);
            case Move.NEXT_DAY -> ++day <= whole.day(state) || go(move);
            case Move.WRITE ->
                    go(Move.of(Move.WRITE, 0, find(slice.writers(), index, whole.writers())));
            case Move.DELIVER -> {
                go(Move.of(Move.DELIVER, 0, find(slice.deliverers(), index, whole.deliverers())));
                yield true;
            }
            default -> followPart(move, slice.members().get(index));
        };
    }

    private int find(List<Slice.Site> own, int index, List<Slice.Site> among) {
        var wanted =
                new Slice.Site(slice.cells().get(own.get(index).cell()), own.get(index).number());
        return among.indexOf(wanted);
    }

    private boolean followPart(int move, Member member) {
        return switch (member.stands()) {
            case PART -> go(Move.of(Move.kind(move), Move.way(move), member.id()));
            case BLOCKER -> carryOut(member.id());
            case REST ->
                    switch (Move.kind(move)) {
                        case Move.UNDO -> takeBackRest(member);
                        case Move.LEAVE_HALF -> leaveRestHalf(member);
                        default -> carryOutRest(member);
                    };
        };
    }

    private boolean carryOutRest(Member rest) {
        for (int part : slice.parts().ofStep(rest.step())) {
            if (isElsewhere(part) && !carryOut(part)) {
                return false;
            }
        }
        return true;
    }

    /// The first part that can stop halfway does.
    private boolean leaveRestHalf(Member rest) {
        for (int part : slice.parts().ofStep(rest.step())) {
            if (isElsewhere(part)) {
                if (!carryOutNeeds(part)) {
                    return false;
                }
                for (int way = 0; way < whole.members().get(part).act().halves(); way++) {
                    if (go(Move.of(Move.LEAVE_HALF, way, part))) {
                        return true;
                    }
                }
                if (!carryOutAlone(part)) {
                    return false;
                }
            }
        }
        return false;
    }

    private boolean takeBackRest(Member rest) {
        for (int part : slice.parts().ofStep(rest.step()).reversed()) {
            if (isElsewhere(part) && !takeBack(part)) {
                return false;
            }
        }
        return true;
    }

    private boolean isElsewhere(int part) {
        return !slice.cells().contains(slice.parts().part(part).cell());
    }

    private boolean carryOutNeeds(int part) {
        Member member = whole.members().get(part);
        for (int need = 0; need < part; need++) {
            if (member.needs().has(need) && !carryOutAlone(need)) {
                return false;
            }
        }
        while (whole.day(state) < member.day()) {
            if (!go(Move.of(Move.NEXT_DAY))) {
                return false;
            }
        }
        return true;
    }

    boolean carryOut(int part) {
        return carryOutNeeds(part) && carryOutAlone(part);
    }

    private boolean carryOutAlone(int part) {
        int level = whole.control().of(state, part);
        if (level == Control.DONE) {
            return true;
        }
        while (whole.day(state) < whole.members().get(part).day()) {
            if (!go(Move.of(Move.NEXT_DAY))) {
                return false;
            }
        }
        int move = Move.of(level == Control.HALF ? Move.COMPLETE : Move.DO, 0, part);
        return go(move) || (deliver(whole.members().get(part).cell()) && go(move));
    }

    /// What is on its way in a cell arrives.
    boolean deliver(int cell) {
        boolean isMoving = false;
        for (int index = 0; index < whole.deliverers().size(); index++) {
            if (whole.deliverers().get(index).cell() == cell) {
                isMoving |= go(Move.of(Move.DELIVER, 0, index));
            }
        }
        return isMoving;
    }

    private boolean takeBackDependants(int part) {
        PartSet dependants = whole.members().get(part).dependants();
        for (int other = whole.members().size() - 1; other > part; other--) {
            if (dependants.has(other) && !takeBackAlone(other)) {
                return false;
            }
        }
        return true;
    }

    boolean takeBack(int part) {
        return takeBackDependants(part) && takeBackAlone(part);
    }

    private boolean takeBackAlone(int part) {
        return whole.control().of(state, part) == Control.PENDING
                || go(Move.of(Move.UNDO, 0, part));
    }

    boolean takeBackAll() {
        boolean isBack = true;
        for (int part = whole.members().size() - 1; part >= 0; part--) {
            isBack &= takeBackAlone(part);
        }
        return isBack;
    }
}
