package gotthard.action;

import gotthard.world.Act;
import gotthard.world.Cell;
import gotthard.world.CellShape;
import gotthard.world.CellWorld;
import gotthard.world.Effect;
import gotthard.world.Layout;
import gotthard.world.Level;
import gotthard.world.Variable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What a declaration says of one cell at each moment, and nothing else does: its effects, carried out in the model that proofs use.
final class Expectation {
    /// When one looks.
    enum Moment {
        BEFORE,
        DONE,
        /// Somewhere between its beginning and its end, both included.
        CUT_OFF,
        UNDONE,
        UNDONE_AFTER_A_CUT
    }

    private final CellWorld world;
    private final List<Effect> effects;
    private final List<Act> acts;
    private final int first;
    private final boolean comesBack;
    private final int words;

    private Expectation(
            CellWorld world, List<Effect> effects, int first, boolean comesBack, int words) {
        this.world = world;
        this.effects = List.copyOf(effects);
        this.first = first;
        this.comesBack = comesBack;
        this.words = words;
        acts = IntStream.range(0, effects.size()).mapToObj(this::act).toList();
    }

    private Act act(int index) {
        Effect effect = effects.get(index);
        return world.act(effect, Collections.frequency(effects.subList(0, index), effect));
    }

    /// @param earlier what was done before
    static Expectation of(Cell cell, List<Effect> earlier, Declaration declaration) {
        List<Effect> effects =
                Stream.concat(earlier.stream(), declaration.effects().stream())
                        .filter(effect -> effect.cell().equals(cell.id()))
                        .toList();
        var layout = new Layout(0);
        var world = new CellWorld(CellShape.of(cell, effects), Variable.all(), layout);
        int first =
                (int) earlier.stream().filter(effect -> effect.cell().equals(cell.id())).count();
        boolean comesBack = declaration.reversal() != Declaration.Reversal.IRREVERSIBLE;
        return new Expectation(world, effects, first, comesBack, layout.words());
    }

    /// The levels that may be seen.
    Set<Level> levels(Moment moment, Sight sight) {
        var levels = EnumSet.noneOf(Level.class);
        for (long[] state : states(moment)) {
            int site = world.shape().site(sight.site());
            levels.add(site < 0 ? Level.NONE : sight.quality().of(world.holding(site, state)));
        }
        return levels;
    }

    /// Whether the declared effects ever change what can be seen there.
    boolean changes(Sight sight) {
        return !levels(Moment.CUT_OFF, sight).equals(levels(Moment.BEFORE, sight));
    }

    private List<long[]> states(Moment moment) {
        return switch (moment) {
            case BEFORE -> List.of(done(first));
            case DONE -> List.of(done(acts.size()));
            case CUT_OFF -> cutOff().stream().map(cut -> cut.state).toList();
            case UNDONE -> List.of(undone(new Cut(done(acts.size()), acts.size())));
            case UNDONE_AFTER_A_CUT -> cutOff().stream().map(this::undone).toList();
        };
    }

    /// A state in which so many effects have begun.
    private static final class Cut {
        private final long[] state;
        private final int begun;

        private Cut(long[] state, int begun) {
            this.state = state;
            this.begun = begun;
        }
    }

    private List<Cut> cutOff() {
        var cuts = new ArrayList<Cut>();
        for (int begun = first; begun <= acts.size(); begun++) {
            cuts.add(new Cut(done(begun), begun));
        }
        for (int before = first; before < acts.size(); before++) {
            Act act = acts.get(before);
            for (int way = 0; way < act.halves(); way++) {
                long[] state = done(before);
                if (act.half(way, state)) {
                    cuts.add(new Cut(state, before + 1));
                }
            }
        }
        return cuts;
    }

    private long[] done(int count) {
        long[] state = new long[words];
        world.begin(state);
        for (int index = 0; index < count; index++) {
            if (!acts.get(index).apply(state)) {
                throw new AssertionError(
                        effects.get(index) + " can't begin in the world of the scene");
            }
        }
        return state;
    }

    private long[] undone(Cut cut) {
        long[] state = cut.state.clone();
        for (int index = cut.begun - 1; comesBack && index >= first; index--) {
            if (!acts.get(index).undo(state)) {
                throw new AssertionError(effects.get(index) + " can't be undone in the model");
            }
        }
        return state;
    }
}
