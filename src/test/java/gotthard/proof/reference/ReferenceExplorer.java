package gotthard.proof.reference;

import gotthard.proof.Happening;
import gotthard.proof.Model;
import gotthard.proof.reference.State.Mode;
import gotthard.proof.reference.State.Status;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Looks at every state of a model, breadth first, so that what it finds first was reached in the fewest happenings.
final class ReferenceExplorer {
    private final Moves moves;
    private final Judge judge;
    private final State first;
    private final int limit;
    private final Map<Violation, List<Happening>> stories = new LinkedHashMap<>();
    private boolean reachesEnd;
    private int states;

    private ReferenceExplorer(Model model, int limit) {
        var script = Script.of(model);
        this.moves = new Moves(script);
        this.judge = new Judge(script, moves);
        this.first = State.first(script);
        this.limit = limit;
    }

    /// Nothing where there are more states than the limit.
    static Optional<Exploration> explore(Model model, int limit) {
        var explorer = new ReferenceExplorer(model, limit);
        explorer.note(explorer.judge.ofThePlan(), Optional.empty());
        boolean isWhole = explorer.everything() && explorer.withoutFaults();
        return isWhole
                ? Optional.of(
                        new Exploration(
                                Map.copyOf(explorer.stories), explorer.states, explorer.reachesEnd))
                : Optional.empty();
    }

    private boolean everything() {
        return walk(
                _ -> true,
                reached -> {
                    note(judge.of(reached.state()), Optional.of(reached));
                    reachesEnd |= isEnd(reached.state());
                });
    }

    private boolean withoutFaults() {
        return walk(
                Move::isFaultless,
                reached -> note(judge.stuckForward(reached.state()), Optional.of(reached)));
    }

    private boolean walk(Predicate<Move> isFollowed, Consumer<Reached> look) {
        Set<State> seen = new HashSet<>();
        var ahead = new ArrayDeque<Reached>();
        seen.add(first);
        ahead.add(new Reached(first, Optional.empty(), Optional.empty()));
        while (!ahead.isEmpty()) {
            if (seen.size() > limit) {
                return false;
            }
            var reached = ahead.remove();
            look.accept(reached);
            for (Move move : moves.of(reached.state())) {
                if (isFollowed.test(move)) {
                    var next = reached.then(move);
                    note(judge.of(reached.state(), move), Optional.of(next));
                    if (seen.add(move.after())) {
                        ahead.add(next);
                    }
                }
            }
        }
        states = Math.max(states, seen.size());
        return true;
    }

    private void note(Collection<Violation> broken, Optional<Reached> where) {
        for (Violation each : broken) {
            stories.computeIfAbsent(each, _ -> where.map(Reached::story).orElse(List.of()));
        }
    }

    private static boolean isEnd(State state) {
        return state.mode() == Mode.FORWARD && state.areAll(Status.DONE);
    }

    /// A state, and how it was reached.
    private record Reached(State state, Optional<Reached> from, Optional<Happening> by) {
        Reached then(Move move) {
            return new Reached(move.after(), Optional.of(this), Optional.of(move.what()));
        }

        List<Happening> story() {
            var story = new ArrayDeque<Happening>();
            Optional<Reached> at = Optional.of(this);
            while (at.isPresent()) {
                at.get().by().ifPresent(story::addFirst);
                at = at.get().from();
            }
            return new ArrayList<>(story);
        }
    }
}
