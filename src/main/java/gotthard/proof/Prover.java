package gotthard.proof;

import gotthard.world.Cell;
import gotthard.world.Effect;
import gotthard.world.Invariant;
import gotthard.world.Judgement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Proves a model, or tells the shortest stories of what it can break.
public final class Prover {
    private static final int MOST_WHOLE = 64;

    private final Parts parts;
    private final Cutter cutter;
    private final Reductions reductions;
    private final Explorer explorer;
    private final List<Story> stories = new ArrayList<>();
    private final List<String> undecided = new ArrayList<>();
    private final Lazy whole;

    private Prover(Parts parts, Limits limits, Reductions reductions) {
        this.parts = parts;
        this.reductions = reductions;
        cutter = new Cutter(parts);
        explorer = new Explorer(limits, reductions);
        whole = new Lazy(cutter);
    }

    /// Looks at every state that the model can reach.
    public static Proof prove(Model model, Limits limits) {
        return prove(model, limits, Reductions.ALL);
    }

    static Proof prove(Model model, Limits limits, Reductions reductions) {
        var prover = new Prover(Parts.of(model), limits, reductions);
        new Signatures(prover.parts).missing().ifPresent(prover.stories::add);
        if (reductions.byCell()) {
            prover.lookAtCells();
        } else {
            prover.lookAtWhole();
        }
        return prover.verdict();
    }

    private Proof verdict() {
        if (!stories.isEmpty()) {
            stories.sort(
                    Comparator.comparingInt(Story::length)
                            .thenComparing(Story::broken)
                            .thenComparing(story -> story.cell().map(Object::toString).orElse("")));
            return new Proof.Refuted(stories, explorer.effort());
        }
        return undecided.isEmpty()
                ? new Proof.Proven(explorer.effort())
                : new Proof.Undecided(undecided, explorer.effort());
    }

    private void lookAtWhole() {
        var faults = explorer.explore(whole.slice(), true);
        var forward = explorer.explore(whole.slice(), false);
        for (var explored : List.of(faults, forward)) {
            explored.limit().ifPresent(limit -> undecided.add("the plan: " + limit));
            for (int cell = 0; cell < explored.broken().size(); cell++) {
                int number = cell;
                explored.paths().get(cell).forEach((broken, path) -> tell(path, number, broken));
            }
        }
        if (!forward.isEndSeen()) {
            undecided.add("the plan: its end was not reached");
        }
    }

    private void tell(List<Integer> path, int cell, Invariant broken) {
        stories.add(Tale.of(whole.slice(), path, cell, broken));
    }

    private void lookAtCells() {
        for (int cell = 0; cell < parts.model().cells().size(); cell++) {
            int candidates = candidates(cell);
            lookForward(cell);
            if (candidates != 0) {
                confirm(cell, candidates);
            }
        }
        for (int[] order : parts.orders()) {
            var pair = cutter.of(List.of(order[0], order[1]), Scope.ORDER);
            var explored = explorer.explore(pair, true);
            note(order[1], explored);
            Optional.ofNullable(explored.paths().get(1).get(Invariant.ORDER))
                    .ifPresent(path -> carryOver(pair, path, order[1], Invariant.ORDER));
        }
    }

    private List<Scope> scopes(int cell) {
        if (!reductions.byVariable()) {
            return List.of(Scope.ALL);
        }
        boolean isStaged =
                parts.shape(cell).effects().stream().anyMatch(Effect.Stage.class::isInstance);
        List<Scope> scopes = new ArrayList<>(List.of(Scope.WRITING, Scope.WORK, Scope.DATA));
        if (isStaged) {
            scopes.add(Scope.STAGING);
        }
        return scopes;
    }

    private int candidates(int cell) {
        int candidates = 0;
        for (Scope scope : scopes(cell)) {
            var explored = explorer.explore(cutter.of(List.of(cell), scope), true);
            note(cell, explored);
            candidates |= explored.broken().get(0);
        }
        return candidates;
    }

    private void note(int cell, Explored explored) {
        Cell known = parts.model().cells().get(cell);
        explored.limit().ifPresent(limit -> undecided.add(known.id() + ": " + limit));
    }

    /// Whether the plan comes to its end where nothing fails.
    private void lookForward(int cell) {
        var slice = cutter.of(List.of(cell), Scope.ALL);
        var explored = explorer.explore(slice, false);
        note(cell, explored);
        var stuck = explored.paths().get(0).get(Invariant.STUCK_FORWARD);
        if (stuck != null) {
            carryOver(slice, stuck, cell, Invariant.STUCK_FORWARD);
        }
        if (!explored.isEndSeen()) {
            undecided.add(parts.model().cells().get(cell).id() + ": its end was not reached");
        }
    }

    /// Looks for what the slices of a cell break in the whole cell, and carries that over to the whole plan.
    private void confirm(int cell, int candidates) {
        boolean isAlone = parts.model().cells().size() == 1 && parts.count() <= MOST_WHOLE;
        var slice = isAlone ? whole.slice() : cutter.of(List.of(cell), Scope.ALL);
        var explored = explorer.explore(slice, true, candidates);
        for (Invariant invariant : Invariant.values()) {
            var path = explored.paths().get(0).get(invariant);
            if ((candidates & Judgement.bit(invariant)) != 0 && path != null) {
                carryOver(slice, path, cell, invariant);
            } else if ((candidates & Judgement.bit(invariant)) != 0) {
                explored.limit()
                        .ifPresent(limit -> undecided.add(what(cell, invariant) + ": " + limit));
            }
        }
    }

    private String what(int cell, Invariant invariant) {
        return parts.model().cells().get(cell).id() + ", " + invariant;
    }

    private void carryOver(Slice slice, List<Integer> path, int cell, Invariant invariant) {
        if (slice.isWhole()) {
            tell(path, cell, invariant);
            return;
        }
        var replay = new Replay(whole.slice(), slice);
        if (replay.reaches(path, cell, invariant)) {
            tell(replay.moves(), cell, invariant);
            return;
        }
        searchWhole(cell, invariant);
    }

    /// What can't be carried over is looked for in the whole plan, where that is small enough.
    private void searchWhole(int cell, Invariant invariant) {
        if (parts.count() > MOST_WHOLE) {
            undecided.add(what(cell, invariant) + ": seen in a part, and not in the whole plan");
            return;
        }
        int[] wanted = new int[parts.model().cells().size()];
        wanted[cell] = Judgement.bit(invariant);
        boolean hasFaults = invariant != Invariant.STUCK_FORWARD;
        var explored = explorer.explore(whole.slice(), hasFaults, wanted);
        var path = explored.paths().get(cell).get(invariant);
        if (path != null) {
            tell(path, cell, invariant);
        }
        explored.limit().ifPresent(limit -> undecided.add(what(cell, invariant) + ": " + limit));
    }

    /// The whole plan as a slice, cut when it is first asked for.
    private static final class Lazy {
        private final Cutter cutter;
        private Optional<Slice> slice = Optional.empty();

        Lazy(Cutter cutter) {
            this.cutter = cutter;
        }

        Slice slice() {
            Slice cut = slice.orElseGet(cutter::whole);
            slice = Optional.of(cut);
            return cut;
        }
    }
}
