package gotthard.proof;

import gotthard.inventory.SiteName;
import gotthard.world.CellId;
import gotthard.world.CellShape;
import gotthard.world.Effect;
import gotthard.world.Layout;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// The moves of the whole model by which happenings come about. One that is not there stands for what can't happen.
///
/// @param whole a slice of which parts and members have the same numbers
record Moves(Slice whole) {
    private static final OptionalInt NEVER = OptionalInt.empty();

    /// In the order in which they are to be made.
    List<OptionalInt> of(Happening what, long[] state) {
        return switch (what) {
            case Happening.Done(int step, var effect) -> steps(step, effect, state);
            case Happening.Completed(int step, var effect) -> steps(step, effect, state);
            case Happening.LeftHalf(int step, var effect) ->
                    List.of(any(named(step, effect), Move.LEAVE_HALF, state));
            case Happening.TakenForDone(int step, var effect) ->
                    List.of(any(named(step, effect), Move.TAKE_FOR_DONE, state));
            case Happening.Undone(int step, var effect) -> undone(step, effect, state);
            case Happening.LeftHalfUndone(int step, var effect) ->
                    List.of(any(named(step, effect).reversed(), Move.LEAVE_HALF_UNDONE, state));
            case Happening.TurnedBack() -> List.of(OptionalInt.of(Move.of(Move.TURN_BACK)));
            case Happening.BegunAgain() -> List.of(OptionalInt.of(Move.of(Move.BEGIN_AGAIN)));
            case Happening.Written(var cell, var at) -> List.of(written(cell, at));
            case Happening.Delivered(var cell, var from, var to) ->
                    List.of(delivered(cell, from, to));
            case Happening.DayCame(var day) -> days(day, state);
        };
    }

    /// The parts of a step, cell by cell, each in the order in which they happen.
    List<List<Integer>> chains(int step) {
        Map<Integer, List<Integer>> chains = new LinkedHashMap<>();
        for (int part : whole.parts().ofStep(step)) {
            chains.computeIfAbsent(whole.parts().part(part).cell(), _ -> new ArrayList<>())
                    .add(part);
        }
        return List.copyOf(chains.values());
    }

    /// How a part that is not done goes to its end.
    int doing(int part, long[] state) {
        boolean isHalf = whole.control().of(state, part) == Control.HALF;
        return Move.of(isHalf ? Move.COMPLETE : Move.DO, 0, part);
    }

    private List<Integer> named(int step, Optional<Effect> effect) {
        return whole.parts().ofStep(step).stream()
                .filter(
                        part ->
                                effect.isEmpty()
                                        || whole.parts().part(part).effect().equals(effect))
                .toList();
    }

    private List<OptionalInt> steps(int step, Optional<Effect> effect, long[] state) {
        return named(step, effect).stream()
                .filter(part -> whole.control().of(state, part) != Control.DONE)
                .map(part -> OptionalInt.of(doing(part, state)))
                .toList();
    }

    private List<OptionalInt> undone(int step, Optional<Effect> effect, long[] state) {
        return named(step, effect).reversed().stream()
                .filter(part -> whole.control().of(state, part) != Control.PENDING)
                .map(part -> OptionalInt.of(Move.of(Move.UNDO, 0, part)))
                .toList();
    }

    /// The first of some parts that can.
    private OptionalInt any(List<Integer> some, int kind, long[] state) {
        for (int part : some) {
            var act = whole.members().get(part).act();
            int ways = kind == Move.LEAVE_HALF_UNDONE ? act.undoHalves() : act.halves();
            for (int way = 0; way < ways; way++) {
                int move = Move.of(kind, way, part);
                if (whole.allows(move, state) && whole.attempt(move, state.clone())) {
                    return OptionalInt.of(move);
                }
            }
        }
        return NEVER;
    }

    private OptionalInt written(CellId cell, SiteName at) {
        for (int index = 0; index < whole.writers().size(); index++) {
            var site = whole.writers().get(index);
            CellShape shape = shape(site);
            if (shape.cell().id().equals(cell) && shape.sites().get(site.number()).equals(at)) {
                return OptionalInt.of(Move.of(Move.WRITE, 0, index));
            }
        }
        return NEVER;
    }

    private OptionalInt delivered(CellId cell, SiteName from, SiteName to) {
        for (int index = 0; index < whole.deliverers().size(); index++) {
            var edge = whole.deliverers().get(index);
            CellShape shape = shape(edge);
            var link = shape.edges().get(edge.number());
            if (shape.cell().id().equals(cell)
                    && shape.sites().get(link.from()).equals(from)
                    && shape.sites().get(link.to()).equals(to)) {
                return OptionalInt.of(Move.of(Move.DELIVER, 0, index));
            }
        }
        return NEVER;
    }

    private CellShape shape(Slice.Site site) {
        return whole.worlds().get(site.cell()).shape();
    }

    /// As many days as pass until one; none where days make no difference.
    private List<OptionalInt> days(LocalDate day, long[] state) {
        List<LocalDate> days = whole.parts().model().days();
        int now = whole.day(state);
        int then = now;
        while (then + 1 < days.size() && !days.get(then + 1).isAfter(day)) {
            then++;
        }
        boolean isToBeSeen = whole.day() != Layout.ABSENT;
        return isToBeSeen
                ? Collections.nCopies(then - now, OptionalInt.of(Move.of(Move.NEXT_DAY)))
                : List.of();
    }
}
