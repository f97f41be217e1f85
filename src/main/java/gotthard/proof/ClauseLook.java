package gotthard.proof;

import gotthard.world.Invariant;
import gotthard.world.Judgement;

import java.util.ArrayList;
import java.util.List;

/// Looks at what rules of the policy ask for, at each clause by itself: with what it looks at, then with all of its cells, then in the whole
/// plan, where that is small enough.
final class ClauseLook {
    private static final int RULE = Judgement.bit(Invariant.RULE);

    /// As many bits tell patterns apart.
    private static final int MOST_BITS = Long.SIZE;

    private final Parts parts;
    private final Cutter cutter;
    private final Explorer explorer;
    private final Stories stories;
    private final Limits limits;
    private final boolean byVariable;
    private final List<String> undecided = new ArrayList<>();

    ClauseLook(
            Parts parts,
            Cutter cutter,
            Explorer explorer,
            Stories stories,
            Limits limits,
            boolean byVariable) {
        this.parts = parts;
        this.cutter = cutter;
        this.explorer = explorer;
        this.stories = stories;
        this.limits = limits;
        this.byVariable = byVariable;
    }

    /// What could not be decided, as phrases.
    List<String> undecided() {
        return undecided;
    }

    /// Looks at the cells of every clause.
    ///
    /// @param fewParts so many parts can be searched as a whole
    void lookAtCells(int fewParts) {
        for (int clause = 0; clause < parts.model().clauses().size(); clause++) {
            boolean isOver =
                    isTooWide(clause)
                            || (byVariable && isDecided(clause, Scope.CLAUSE))
                            || isDecided(clause, Scope.ALL);
            if (!isOver && parts.count() > fewParts) {
                undecided.add(
                        name(clause)
                                + ": not surely broken in the whole plan, which is too big to be searched");
            } else if (!isOver) {
                lookAtWhole(clause, limits);
            }
        }
    }

    /// Looks at every clause in the whole plan.
    void lookAtWhole() {
        for (int clause = 0; clause < parts.model().clauses().size(); clause++) {
            if (!isTooWide(clause)) {
                lookAtWhole(clause, limits);
            }
        }
    }

    /// Looks for shorter ways in the whole plan.
    void shorten(Limits few) {
        for (int clause : List.copyOf(stories.clauses())) {
            var explored = explorer.explore(whole(clause), true, few, wanted(clause, true));
            var path = explored.paths().get(parts.clause(clause).getFirst()).get(Invariant.RULE);
            if (path != null) {
                stories.add(clause, path);
            }
        }
    }

    private boolean isTooWide(int clause) {
        boolean isTooWide =
                cutter.of(clause, Scope.CLAUSE).watch().clause().orElseThrow().bits() > MOST_BITS;
        if (isTooWide) {
            undecided.add(
                    name(clause)
                            + ": it looks at more than fits; break it into rules that look at fewer sites");
        }
        return isTooWide;
    }

    /// Whether nothing of a slice breaks it, or what does can be carried over to the whole plan.
    private boolean isDecided(int clause, Scope scope) {
        Slice slice = cutter.of(clause, scope);
        var explored = explorer.explore(slice, true, limits, wanted(clause, false));
        var path = explored.paths().getFirst().get(Invariant.RULE);
        if (path == null) {
            explored.limit().ifPresent(limit -> undecided.add(name(clause) + ": " + limit));
            return true;
        }
        var replay = new Replay(whole(clause), slice);
        if (replay.reaches(path, parts.clause(clause).getFirst(), Invariant.RULE)) {
            stories.add(clause, replay.moves());
            return true;
        }
        return false;
    }

    private void lookAtWhole(int clause, Limits within) {
        var explored = explorer.explore(whole(clause), true, within, wanted(clause, true));
        var path = explored.paths().get(parts.clause(clause).getFirst()).get(Invariant.RULE);
        if (path != null) {
            stories.add(clause, path);
        } else {
            explored.limit().ifPresent(limit -> undecided.add(name(clause) + ": " + limit));
        }
    }

    /// The whole plan; what was verified is left out of it where nobody looks at that.
    private Slice whole(int clause) {
        return cutter.watching(
                new Looks(parts.model().clauses().get(clause)).readsVerifications()
                        ? cutter.told()
                        : stories.whole(),
                clause);
    }

    private int[] wanted(int clause, boolean isWhole) {
        if (!isWhole) {
            int[] wanted = new int[parts.clause(clause).size()];
            wanted[0] = RULE;
            return wanted;
        }
        int[] wanted = new int[parts.model().cells().size() + 1];
        wanted[parts.clause(clause).getFirst()] = RULE;
        return wanted;
    }

    /// `the rule metadata-after-files of europe/metadata and europe/files`.
    private String name(int clause) {
        Clause named = parts.model().clauses().get(clause);
        return "the rule "
                + named.rule().name()
                + " of "
                + String.join(" and ", named.cells().stream().map(Object::toString).toList());
    }
}
