package gotthard.proof.reference;

import gotthard.proof.Happening;
import gotthard.proof.Model;
import gotthard.proof.Situation;
import gotthard.proof.Story;
import gotthard.world.Invariant;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Tells a story again by the reference's semantics. What happens by half may leave one of several states; all are followed that look as
/// the story says.
final class Replay {
    private final Moves moves;
    private final Judge judge;
    private final State first;

    Replay(Model model) {
        var script = Script.of(model);
        this.moves = new Moves(script);
        this.judge = new Judge(script, moves);
        this.first = State.first(script);
    }

    /// What is wrong with the story; nothing where it can happen and breaks at its end what it says.
    Optional<String> wrong(Story story) {
        var broken = new Violation(story.broken(), story.cell(), story.clause());
        if (!looksLike(first, story.first())) {
            return Optional.of(
                    "%s: begins with%n    %s and not%n    %s"
                            .formatted(
                                    broken, Print.of(story.first()), Print.of(first.situation())));
        }
        List<Story.Turn> turns = story.turns();
        Set<State> states = Set.of(first);
        boolean isBroken = judge.ofThePlan().contains(broken) || breaks(states, broken);
        for (int index = 0; index < turns.size(); index++) {
            var turn = turns.get(index);
            if (isOnlyFaultless(broken) && !isFaultless(turn.what())) {
                return Optional.of(broken + ": is only of a world without faults: " + turn.what());
            }
            var next = new LinkedHashSet<State>();
            boolean isBrokenByMove = false;
            for (State state : states) {
                for (Move move : moves.of(state)) {
                    if (move.what().equals(turn.what()) && looksLike(move.after(), turn.after())) {
                        next.add(move.after());
                        isBrokenByMove |= judge.of(state, move).contains(broken);
                    }
                }
            }
            if (next.isEmpty()) {
                return Optional.of(
                        "%s: turn %d cannot happen, or not with this outcome: %s%n  possible: %s"
                                .formatted(broken, index + 1, turn.what(), possible(states, turn)));
            }
            states = next;
            isBroken = isBrokenByMove || breaks(states, broken);
        }
        return isBroken ? Optional.empty() : Optional.of(broken + ": is not broken at the end");
    }

    private String possible(Set<State> states, Story.Turn turn) {
        var same = new StringBuilder();
        for (State state : states) {
            for (Move move : moves.of(state)) {
                boolean isIt = move.what().equals(turn.what());
                same.append(isIt ? "\n    that, then " + Print.of(move.after().situation()) : "");
                same.append(
                        isIt
                                ? "\n    but not    " + Print.of(turn.after())
                                : "; " + Print.of(move.what()));
            }
        }
        return same.toString();
    }

    private boolean breaks(Set<State> states, Violation broken) {
        return states.stream()
                .anyMatch(
                        state ->
                                judge.of(state).contains(broken)
                                        || judge.stuckForward(state).contains(broken));
    }

    private static boolean isOnlyFaultless(Violation broken) {
        return broken.broken() == Invariant.STUCK_FORWARD;
    }

    private boolean isFaultless(Happening what) {
        return new Move(what, first, Optional.empty()).isFaultless();
    }

    private boolean looksLike(State state, Situation told) {
        var known = state.situation();
        boolean areSame =
                told.cells().entrySet().stream()
                        .allMatch(cell -> cell.getValue().equals(known.cells().get(cell.getKey())));
        var running =
                known.running().stream()
                        .filter(link -> told.cells().containsKey(link.cell()))
                        .collect(Collectors.toSet());
        return areSame && running.equals(told.running());
    }
}
