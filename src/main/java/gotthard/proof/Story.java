package gotthard.proof;

import gotthard.world.CellId;
import gotthard.world.Invariant;

import java.util.List;
import java.util.Optional;

/// A shortest way from the beginning of a plan to a moment at which an invariant is broken. It was carried out in the whole plan, not
/// only in the slice in which it was found.
///
/// @param cell whose invariant is broken; none where it is one of the plan, such as a missing signature
/// @param first how the cell stood at the beginning
/// @param turns what happened, one after the other
/// @param culprit index of the step at which it breaks, where one step can be named
/// @param clause the rule of the policy that is broken, where it is one
public record Story(
        Invariant broken,
        Optional<CellId> cell,
        Situation first,
        List<Turn> turns,
        Optional<Integer> culprit,
        Optional<Clause> clause) {
    public Story {
        turns = List.copyOf(turns);
    }

    /// One of what is no rule of the policy.
    public Story(
            Invariant broken,
            Optional<CellId> cell,
            Situation first,
            List<Turn> turns,
            Optional<Integer> culprit) {
        this(broken, cell, first, turns, culprit, Optional.empty());
    }

    /// One thing that happened, and how the cells stood then.
    public record Turn(Happening what, Situation after) {}

    /// What is broken, and of what.
    public Breach breach() {
        return new Breach(broken, cell, clause);
    }

    /// How many things happen in it.
    public int length() {
        return turns.size();
    }
}
