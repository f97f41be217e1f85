package gotthard.proof;

import gotthard.world.Effect;
import gotthard.world.Invariant;
import gotthard.world.Judgement;

import java.util.ArrayList;
import java.util.List;

/// Proves a model, or tells the shortest stories of what it can break.
public final class Prover {
    private static final int FEW_PARTS = 64;
    private static final long FEW_STATES = 100_000;

    private final Parts parts;
    private final Cutter cutter;
    private final Limits limits;
    private final Reductions reductions;
    private final Explorer explorer;
    private final Stories stories;
    private final Crossings forward;
    private final Crossings back;
    private final List<String> undecided = new ArrayList<>();

    private Prover(Parts parts, Limits limits, Reductions reductions) {
        this.parts = parts;
        this.limits = limits;
        this.reductions = reductions;
        cutter = new Cutter(parts);
        explorer = new Explorer(reductions);
        stories = new Stories(parts, cutter);
        forward = new Crossings(parts);
        back = new Crossings(parts);
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
            return new Proof.Refuted(stories.tell(), explorer.effort());
        }
        return undecided.isEmpty()
                ? new Proof.Proven(explorer.effort())
                : new Proof.Undecided(undecided, explorer.effort());
    }

    private ClauseLook clauses() {
        return new ClauseLook(parts, cutter, explorer, stories, limits, reductions.byVariable());
    }

    private void lookAtWhole() {
        var clauses = clauses();
        clauses.lookAtWhole();
        undecided.addAll(clauses.undecided());
        var faults = explorer.explore(stories.whole(), true, limits);
        var forward = explorer.explore(stories.whole(), false, limits);
        int cells = parts.model().cells().size();
        for (var explored : List.of(faults, forward)) {
            explored.limit().ifPresent(limit -> undecided.add("the plan: " + limit));
            for (int place = 0; place <= cells; place++) {
                int cell = place < cells ? place : Findings.NONE;
                explored.paths()
                        .get(place)
                        .forEach((broken, path) -> stories.add(cell, broken, path));
            }
        }
        if (!forward.isEndSeen()) {
            undecided.add("the plan: its end was not reached");
        }
    }

    private void lookAtCells() {
        for (int cell = 0; cell < parts.model().cells().size(); cell++) {
            int candidates = candidates(cell);
            lookForward(cell);
            if (candidates != 0) {
                confirm(cell, candidates);
            }
        }
        lookForDays();
        parts.orders().forEach(this::lookAtOrder);
        var clauses = clauses();
        clauses.lookAtCells(FEW_PARTS);
        undecided.addAll(clauses.undecided());
        lookAtCrossings(forward, Invariant.STUCK_FORWARD);
        lookAtCrossings(back, Invariant.STUCK_BACK);
        if (!stories.isEmpty() && parts.count() <= FEW_PARTS) {
            shorten(clauses);
        }
    }

    private int candidates(int cell) {
        int candidates = 0;
        for (Scope scope : scopes(cell)) {
            var explored = explorer.explore(cutter.of(List.of(cell), scope), true, limits);
            note(cell, explored);
            candidates |= explored.broken().getFirst();
            if (explored.isObstructed() && scope.seesWaysBack()) {
                back.add(cell);
            }
        }
        return candidates;
    }

    private List<Scope> scopes(int cell) {
        if (!reductions.byVariable()) {
            return List.of(Scope.ALL);
        }
        List<Scope> scopes = new ArrayList<>(List.of(Scope.WRITING, Scope.WORK, Scope.DATA));
        if (parts.shape(cell).effects().stream().anyMatch(Effect.Stage.class::isInstance)) {
            scopes.add(Scope.STAGING);
        }
        return scopes;
    }

    private void note(int cell, Explored explored) {
        explored.limit().ifPresent(limit -> undecided.add(name(cell) + ": " + limit));
    }

    private String name(int cell) {
        return cell == Findings.NONE ? "the plan" : parts.model().cells().get(cell).id().toString();
    }

    /// Whether the plan comes to its end where nothing fails.
    private void lookForward(int cell) {
        var slice = cutter.of(List.of(cell), Scope.ALL);
        var explored = explorer.explore(slice, false, limits);
        note(cell, explored);
        if (explored.isObstructed()) {
            forward.add(cell);
        }
        carryOver(slice, explored, cell, Invariant.STUCK_FORWARD);
        if (!explored.isEndSeen()) {
            undecided.add(name(cell) + ": its end was not reached");
        }
    }

    /// Looks for what the slices of a cell break in the whole cell, and carries that over to the whole plan.
    private void confirm(int cell, int candidates) {
        var slice = isAlone() ? stories.whole() : cutter.of(List.of(cell), Scope.ALL);
        var explored = explorer.explore(slice, true, limits, candidates);
        for (Invariant invariant : Invariant.values()) {
            boolean isCandidate = (candidates & Judgement.bit(invariant)) != 0;
            if (isCandidate && !carryOver(slice, explored, cell, invariant)) {
                explored.limit()
                        .ifPresent(limit -> undecided.add(name(cell, invariant) + ": " + limit));
            }
        }
    }

    private boolean isAlone() {
        return parts.model().cells().size() == 1 && parts.count() <= FEW_PARTS;
    }

    private String name(int cell, Invariant invariant) {
        return name(cell) + ", " + invariant;
    }

    private void lookAtOrder(int[] order) {
        var pair = cutter.of(List.of(order[0], order[1]), Scope.ORDER);
        var explored = explorer.explore(pair, true, limits);
        note(order[1], explored);
        if (explored.paths().get(1).containsKey(Invariant.ORDER)) {
            carryOver(
                    pair, explored.paths().get(1).get(Invariant.ORDER), order[1], Invariant.ORDER);
        }
    }

    /// Cells that could wait for each other are looked at in the whole plan.
    private void lookAtCrossings(Crossings crossings, Invariant stuck) {
        for (int cell : crossings.canBe() ? crossings.cells() : List.<Integer>of()) {
            if (!stories.has(cell, stuck)) {
                searchWhole(cell, stuck);
            }
        }
    }

    /// Steps without effects whose day never comes.
    private void lookForDays() {
        for (int part = 0; part < parts.count(); part++) {
            if (parts.part(part).cell() < 0 && parts.waitsForever(parts.part(part).step())) {
                carryOver(stories.whole(), List.of(), Findings.NONE, Invariant.STUCK_FORWARD);
                return;
            }
        }
    }

    /// False where the slice did not find it.
    private boolean carryOver(Slice slice, Explored explored, int cell, Invariant invariant) {
        var path = explored.paths().getFirst().get(invariant);
        if (path == null) {
            return false;
        }
        if (slice.isWhole()) {
            stories.add(cell, invariant, path);
        } else {
            carryOver(slice, path, cell, invariant);
        }
        return true;
    }

    private void carryOver(Slice slice, List<Integer> path, int cell, Invariant invariant) {
        var replay = new Replay(stories.whole(), slice);
        if (replay.reaches(path, cell, invariant)) {
            stories.add(cell, invariant, replay.moves());
        } else {
            searchWhole(cell, invariant);
        }
    }

    /// What can't be carried over is looked for in the whole plan, where that is small enough.
    private void searchWhole(int cell, Invariant invariant) {
        if (parts.count() > FEW_PARTS) {
            undecided.add(
                    name(cell, invariant)
                            + ": not surely so in the whole plan, which is too big to be searched");
            return;
        }
        int[] wanted = new int[parts.model().cells().size() + 1];
        int place = cell == Findings.NONE ? wanted.length - 1 : cell;
        wanted[place] = Judgement.bit(invariant);
        boolean hasFaults = invariant != Invariant.STUCK_FORWARD;
        var explored = explorer.explore(stories.whole(), hasFaults, limits, wanted);
        var path = explored.paths().get(place).get(invariant);
        if (path != null) {
            stories.add(cell, invariant, path);
        }
        explored.limit().ifPresent(limit -> undecided.add(name(cell, invariant) + ": " + limit));
    }

    /// What was carried over is not always the shortest: in a small plan, looks for shorter ways.
    private void shorten(ClauseLook clauses) {
        var few =
                new Limits(Math.min(FEW_STATES, limits.states()), limits.bytes(), limits.isOver());
        if (!isAlone()) {
            stories.shorten(explorer.explore(stories.whole(), true, few, stories.broken()));
            stories.shorten(explorer.explore(stories.whole(), false, few));
        }
        clauses.shorten(few);
    }
}
