package gotthard.proof;

import gotthard.inventory.SiteName;
import gotthard.world.CellId;
import gotthard.world.CellWorld;
import gotthard.world.Effect;
import gotthard.world.Holding;
import gotthard.world.Invariant;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// Tells moves of the whole model as a story.
final class Tale {
    private final Slice whole;
    private final List<Integer> moves;
    private final SortedSet<Integer> cells = new TreeSet<>();

    private Tale(Slice whole, List<Integer> moves) {
        this.whole = whole;
        this.moves = moves;
    }

    static Story of(
            Slice whole, List<Integer> moves, int cell, Invariant broken, Optional<Clause> clause) {
        var tale = new Tale(whole, moves);
        moves.forEach(tale::meet);
        if (cell == Findings.NONE) {
            return tale.tell(Optional.empty(), broken, clause);
        }
        tale.cells.add(cell);
        clause.ifPresent(one -> tale.cells.addAll(tale.numbers(one)));
        return tale.tell(Optional.of(whole.worlds().get(cell).shape().cell().id()), broken, clause);
    }

    private List<Integer> numbers(Clause clause) {
        List<CellId> all = whole.worlds().stream().map(world -> world.shape().cell().id()).toList();
        return clause.cells().stream().map(all::indexOf).toList();
    }

    private void meet(int move) {
        int index = Move.index(move);
        switch (Move.kind(move)) {
            case Move.TURN_BACK, Move.BEGIN_AGAIN, Move.NEXT_DAY -> {}
            case Move.WRITE -> cells.add(whole.writers().get(index).cell());
            case Move.DELIVER -> cells.add(whole.deliverers().get(index).cell());
            default -> {
                if (whole.members().get(index).cell() >= 0) {
                    cells.add(whole.members().get(index).cell());
                }
            }
        }
    }

    private Story tell(Optional<CellId> cell, Invariant broken, Optional<Clause> clause) {
        long[] state = whole.first();
        var first = situation(state);
        List<Story.Turn> turns = new ArrayList<>();
        for (int move : moves) {
            if (!whole.allows(move, state) || !whole.attempt(move, state)) {
                throw new IllegalStateException("a story that can't be carried out: " + move);
            }
            turns.add(new Story.Turn(happening(move, state), situation(state)));
        }
        return new Story(broken, cell, first, turns, culprit(turns, broken), clause);
    }

    private static Optional<Integer> culprit(List<Story.Turn> turns, Invariant broken) {
        if (broken == Invariant.GOAL || broken == Invariant.NOT_MOVED || turns.isEmpty()) {
            return Optional.empty();
        }
        for (Story.Turn turn : turns.reversed()) {
            if (turn.what() instanceof Happening.OfStep of) {
                return Optional.of(of.step());
            }
        }
        return Optional.empty();
    }

    private Happening happening(int move, long[] after) {
        int index = Move.index(move);
        return switch (Move.kind(move)) {
            case Move.TURN_BACK -> new Happening.TurnedBack();
            case Move.BEGIN_AGAIN -> new Happening.BegunAgain();
            case Move.NEXT_DAY ->
                    new Happening.DayCame(whole.parts().model().days().get(whole.day(after)));
            case Move.WRITE -> {
                var site = whole.writers().get(index);
                var shape = whole.worlds().get(site.cell()).shape();
                yield new Happening.Written(shape.cell().id(), shape.sites().get(site.number()));
            }
            case Move.DELIVER -> {
                var site = whole.deliverers().get(index);
                var shape = whole.worlds().get(site.cell()).shape();
                var edge = shape.edges().get(site.number());
                yield new Happening.Delivered(
                        shape.cell().id(),
                        shape.sites().get(edge.from()),
                        shape.sites().get(edge.to()));
            }
            default -> ofStep(Move.kind(move), whole.members().get(index), whole.effect(index));
        };
    }

    private static Happening ofStep(int kind, Member member, Optional<Effect> effect) {
        int step = member.step();
        return switch (kind) {
            case Move.DO -> new Happening.Done(step, effect);
            case Move.LEAVE_HALF -> new Happening.LeftHalf(step, effect);
            case Move.COMPLETE -> new Happening.Completed(step, effect);
            case Move.TAKE_FOR_DONE -> new Happening.TakenForDone(step, effect);
            case Move.UNDO -> new Happening.Undone(step, effect);
            default -> new Happening.LeftHalfUndone(step, effect);
        };
    }

    private Situation situation(long[] state) {
        return situation(whole, cells, state);
    }

    /// How some cells, by their numbers, stand in a state.
    static Situation situation(Slice whole, Collection<Integer> cells, long[] state) {
        Map<CellId, Map<SiteName, Holding>> all = new LinkedHashMap<>();
        Set<Situation.Link> running = new HashSet<>();
        for (int cell : cells) {
            CellWorld world = whole.worlds().get(cell);
            var shape = world.shape();
            Map<SiteName, Holding> holdings = new LinkedHashMap<>();
            for (int site = 0; site < shape.sites().size(); site++) {
                holdings.put(shape.sites().get(site), world.holding(site, state));
            }
            all.put(shape.cell().id(), holdings);
            for (int edge = 0; edge < shape.edges().size(); edge++) {
                if (world.isRunning(edge, state)) {
                    var link = shape.edges().get(edge);
                    running.add(
                            new Situation.Link(
                                    shape.cell().id(),
                                    shape.sites().get(link.from()),
                                    shape.sites().get(link.to())));
                }
            }
        }
        return new Situation(all, running);
    }
}
