package gotthard.proof.reference;

import gotthard.inventory.RoleName;
import gotthard.plan.OnFailure;
import gotthard.proof.Happening;
import gotthard.proof.Model;
import gotthard.proof.Pause;
import gotthard.proof.Precedence;
import gotthard.proof.reference.State.Mode;
import gotthard.proof.reference.State.Status;
import gotthard.world.CellId;
import gotthard.world.Effect;
import gotthard.world.Invariant;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Says which invariants a state or a move breaks.
record Judge(Script script, Moves moves) {
    /// What is broken whatever happens.
    Set<Violation> ofThePlan() {
        Model model = script.model();
        for (int step = 0; step < model.steps().size(); step++) {
            boolean isFinal = script.of(step).stream().anyMatch(SubStep::isIrreversible);
            if (isFinal && !approving(step).containsAll(model.signers())) {
                return Set.of(new Violation(Invariant.UNSIGNED, Optional.empty()));
            }
        }
        return Set.of();
    }

    /// What this state breaks.
    Set<Violation> of(State state) {
        var broken = new LinkedHashSet<Violation>();
        List<Pause> open =
                script.model().pauses().stream().filter(each -> isOpen(each, state)).toList();
        for (CellState cell : state.cells()) {
            var id = cell.ground().cell.id();
            broken.addAll(ofHoldings(cell, id));
            add(
                    CellJudge.breaksResidency(cell, script.model().allowance(), day(state)),
                    Invariant.RESIDENCY,
                    id,
                    broken);
            boolean hasGap = CellJudge.hasGap(cell);
            add(hasGap && open.isEmpty(), Invariant.GAP, id, broken);
            add(hasGap && isHeld(open, state), Invariant.GAP_HELD, id, broken);
        }
        script.model().order().forEach(pair -> inOrder(pair, state, broken));
        script.model().clauses().stream()
                .filter(clause -> clause.rule().validity().holdsOn(day(state)))
                .filter(clause -> !CellJudge.holds(clause, state.cells()))
                .forEach(
                        clause ->
                                broken.add(
                                        new Violation(
                                                Invariant.RULE,
                                                Optional.of(clause.cells().getFirst()),
                                                Optional.of(clause))));
        ofEnds(state, broken);
        stuckBack(state, broken);
        return broken;
    }

    /// What is broken by this move, judged by the state before it.
    Set<Violation> of(State before, Move move) {
        if (move.by().isEmpty() || move.by().get().acting().isEmpty()) {
            return Set.of();
        }
        SubStep by = move.by().get();
        CellState cell = before.cells().get(by.cell());
        boolean isSpared =
                switch (by.effect().orElseThrow()) {
                    case Effect.Delete delete -> CellJudge.canSpare(delete, cell);
                    case Effect.Copy copy -> !isUndo(move) || CellJudge.canSpare(copy, cell);
                    case Effect.Deploy _,
                            Effect.Replicate _,
                            Effect.StopReplication _,
                            Effect.Fence _,
                            Effect.Drain _,
                            Effect.Verify _,
                            Effect.Switch _,
                            Effect.Processing _,
                            Effect.StopProcessing _,
                            Effect.Stage _,
                            Effect.Unstage _ ->
                            true;
                };
        var id = Optional.of(cell.ground().cell.id());
        return isSpared ? Set.of() : Set.of(new Violation(Invariant.LAST_COPY, id));
    }

    /// Whether, where nothing goes wrong, nothing can go on.
    Set<Violation> stuckForward(State state) {
        if (state.areAll(Status.DONE) || state.day() + 1 < script.model().days().size()) {
            return Set.of();
        }
        boolean goesOn =
                moves.of(state).stream()
                        .anyMatch(
                                move ->
                                        move.what() instanceof Happening.Done
                                                || move.what() instanceof Happening.Delivered);
        if (goesOn) {
            return Set.of();
        }
        var broken = new LinkedHashSet<Violation>();
        script.subSteps().stream()
                .filter(each -> moves.isNext(state, each))
                .forEach(each -> broken.add(new Violation(Invariant.STUCK_FORWARD, cell(each))));
        return broken;
    }

    private static Set<Violation> ofHoldings(CellState cell, CellId id) {
        var broken = new LinkedHashSet<Violation>();
        add(CellJudge.isLost(cell), Invariant.LOSS, id, broken);
        add(CellJudge.hasTwoWriters(cell), Invariant.TWO_WRITERS, id, broken);
        add(CellJudge.hasStaleWriter(cell), Invariant.STALE_WRITER, id, broken);
        add(CellJudge.hasUnverifiedWriter(cell), Invariant.UNVERIFIED_WRITER, id, broken);
        return broken;
    }

    private static void ofEnds(State state, Set<Violation> broken) {
        boolean isBack = state.mode() == Mode.BACK && state.areAll(Status.PENDING);
        boolean isThere = state.mode() == Mode.FORWARD && state.areAll(Status.DONE);
        for (CellState cell : state.cells()) {
            var id = cell.ground().cell.id();
            add(isBack && !CellJudge.hasReturned(cell), Invariant.RETURN, id, broken);
            add(isThere && CellJudge.hasNotMoved(cell), Invariant.NOT_MOVED, id, broken);
            add(isThere && CellJudge.missesItsGoal(cell), Invariant.GOAL, id, broken);
        }
    }

    private void stuckBack(State state, Set<Violation> broken) {
        if (state.mode() != Mode.BACK) {
            return;
        }
        List<SubStep> next =
                script.subSteps().stream().filter(each -> moves.isNextToUndo(state, each)).toList();
        if (next.stream().allMatch(each -> moves.refusesUndo(state, each))) {
            next.forEach(each -> broken.add(new Violation(Invariant.STUCK_BACK, cell(each))));
        }
    }

    private static void inOrder(Precedence pair, State state, Set<Violation> broken) {
        var earlier = find(pair.earlier(), state);
        var later = find(pair.later(), state);
        if (earlier.isEmpty() || later.isEmpty()) {
            return;
        }
        boolean isEarly =
                CellJudge.isProcessedElsewhere(later.get())
                        && !CellJudge.hasMovedProcessing(earlier.get());
        add(isEarly, Invariant.ORDER, pair.later(), broken);
    }

    private static Optional<CellState> find(CellId id, State state) {
        return state.cells().stream()
                .filter(cell -> cell.ground().cell.id().equals(id))
                .findFirst();
    }

    /// From the beginning of its first step until its last one is done, also on the way back.
    private boolean isOpen(Pause pause, State state) {
        boolean hasBegun =
                script.of(pause.from()).stream().anyMatch(each -> state.of(each) != Status.PENDING);
        boolean hasEnded =
                script.of(pause.until()).stream().allMatch(each -> state.of(each) == Status.DONE);
        return hasBegun && !hasEnded;
    }

    /// Whether a pause lasts until people have come: approvals that its end needs, or a step that freezes the run where it fails.
    private boolean isHeld(List<Pause> open, State state) {
        return state.mode() == Mode.FORWARD
                && open.stream()
                        .anyMatch(
                                pause ->
                                        script.subSteps().stream()
                                                .anyMatch(each -> holds(pause, each, state)));
    }

    private boolean holds(Pause pause, SubStep subStep, State state) {
        return freezes(state, subStep)
                || (waits(state, subStep) && neededBy(pause.until()).contains(subStep.step()));
    }

    /// A step, and all that it needs.
    private Set<Integer> neededBy(int step) {
        var all = new HashSet<Integer>();
        var ahead = new ArrayDeque<>(List.of(step));
        while (!ahead.isEmpty()) {
            int one = ahead.remove();
            all.add(one);
            ahead.addAll(script.model().steps().get(one).needs());
        }
        return all;
    }

    private boolean waits(State state, SubStep subStep) {
        return subStep.of().approval().isPresent() && moves.isNext(state, subStep);
    }

    private boolean freezes(State state, SubStep subStep) {
        return subStep.of().onFailure() == OnFailure.FREEZE
                && (state.of(subStep) == Status.HALF || moves.isNext(state, subStep));
    }

    private Set<RoleName> approving(int step) {
        var roles = new HashSet<RoleName>();
        var steps = script.model().steps();
        var ahead = new ArrayDeque<>(steps.get(step).needs());
        while (!ahead.isEmpty()) {
            var need = steps.get(ahead.remove());
            roles.addAll(need.approval().orElse(Set.of()));
            ahead.addAll(need.needs());
        }
        return roles;
    }

    private static boolean isUndo(Move move) {
        return move.what() instanceof Happening.Undone
                || move.what() instanceof Happening.LeftHalfUndone;
    }

    private Optional<CellId> cell(SubStep subStep) {
        return subStep.effect().map(Effect::cell);
    }

    private LocalDate day(State state) {
        return script.model().days().get(state.day());
    }

    private static void add(
            boolean isBroken, Invariant invariant, CellId cell, Set<Violation> broken) {
        if (isBroken) {
            broken.add(new Violation(invariant, Optional.of(cell)));
        }
    }
}
