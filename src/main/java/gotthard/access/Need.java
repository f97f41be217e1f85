package gotthard.access;

import gotthard.action.Access;
import gotthard.graph.StepId;

import java.util.SortedSet;
import java.util.TreeSet;

/// A right, and the steps that need it.
public record Need(Access access, SortedSet<StepId> steps) {
    public Need {
        steps = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(steps));
    }
}
