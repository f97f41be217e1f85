package gotthard.proof;

import gotthard.world.Invariant;
import gotthard.world.Judgement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The stories of a proof: one for each invariant and cell that can be broken.
final class Stories {
    private static final int NO_CLAUSE = -1;

    private final Parts parts;
    private final Cutter cutter;
    private final List<Found> found = new ArrayList<>();
    private final List<Story> told = new ArrayList<>();
    private Optional<Slice> whole = Optional.empty();

    Stories(Parts parts, Cutter cutter) {
        this.parts = parts;
        this.cutter = cutter;
    }

    /// @param clause by number; -1 where what is broken is no rule of the policy
    private record Found(int cell, Invariant broken, int clause, List<Integer> moves) {
        boolean isOf(int other, Invariant invariant, int rule) {
            return cell == other && broken == invariant && clause == rule;
        }
    }

    /// The whole plan as a slice, cut when it is first asked for.
    Slice whole() {
        Slice cut = whole.orElseGet(cutter::whole);
        whole = Optional.of(cut);
        return cut;
    }

    boolean isEmpty() {
        return found.isEmpty() && told.isEmpty();
    }

    void add(Story story) {
        told.add(story);
    }

    boolean has(int cell, Invariant broken) {
        return found.stream().anyMatch(each -> each.cell == cell && each.broken == broken);
    }

    /// Moves of the whole plan that break an invariant of a cell; of several ways to the same, the shortest stays.
    void add(int cell, Invariant broken, List<Integer> moves) {
        add(cell, broken, NO_CLAUSE, moves);
    }

    /// Moves of the whole plan that break a clause; of several ways to the same, the shortest stays.
    void add(int clause, List<Integer> moves) {
        add(parts.clause(clause).getFirst(), Invariant.RULE, clause, moves);
    }

    private void add(int cell, Invariant broken, int clause, List<Integer> moves) {
        boolean isShortest =
                found.stream()
                        .filter(each -> each.isOf(cell, broken, clause))
                        .allMatch(each -> moves.size() < each.moves.size());
        if (isShortest) {
            found.removeIf(each -> each.isOf(cell, broken, clause));
            found.add(new Found(cell, broken, clause, moves));
        }
    }

    /// The clauses that are broken, by number.
    List<Integer> clauses() {
        return found.stream().map(Found::clause).filter(clause -> clause != NO_CLAUSE).toList();
    }

    /// Which invariants of each cell are broken, and at last of the plan, as bits; but for rules, and for what is seen
    /// where nothing fails.
    int[] broken() {
        int[] broken = new int[parts.model().cells().size() + 1];
        for (Found each : found) {
            if (each.broken != Invariant.STUCK_FORWARD && each.broken != Invariant.RULE) {
                broken[each.cell == Findings.NONE ? broken.length - 1 : each.cell] |=
                        Judgement.bit(each.broken);
            }
        }
        return broken;
    }

    /// Takes what an exploration of the whole plan found on a shorter way.
    void shorten(Explored explored) {
        found.replaceAll(
                each -> {
                    int place =
                            each.cell == Findings.NONE ? explored.paths().size() - 1 : each.cell;
                    List<Integer> path =
                            explored.paths().get(place).getOrDefault(each.broken, each.moves);
                    boolean isShorter = path.size() < each.moves.size();
                    return isShorter ? new Found(each.cell, each.broken, each.clause, path) : each;
                });
    }

    private Optional<Clause> clause(int number) {
        return number == NO_CLAUSE
                ? Optional.empty()
                : Optional.of(parts.model().clauses().get(number));
    }

    /// The shortest first.
    List<Story> tell() {
        List<Story> all = new ArrayList<>(told);
        Slice telling = cutter.told();
        for (Found each : found) {
            all.add(Tale.of(telling, each.moves, each.cell, each.broken, clause(each.clause)));
        }
        all.sort(
                Comparator.comparingInt(Story::length)
                        .thenComparing(Story::broken)
                        .thenComparing(story -> story.cell().map(Object::toString).orElse(""))
                        .thenComparing(
                                story -> story.clause().map(one -> one.rule().name()).orElse("")));
        return all;
    }
}
