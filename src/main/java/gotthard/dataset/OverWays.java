package gotthard.dataset;

import gotthard.action.Action;
import gotthard.action.Before;
import gotthard.action.Captured;
import gotthard.action.Context;
import gotthard.action.Outcome;
import gotthard.action.Route;
import gotthard.action.Unreachable;
import gotthard.action.Verdict;

import java.util.List;
import java.util.Optional;

/// An action over ways, whose way back is theirs.
interface OverWays extends Action {
    /// All ways, in the order in which they are looked at.
    List<Route> ways();

    @Override
    default Optional<String> marked(Context context) throws InterruptedException, Unreachable {
        return new Marks(ways(), context).found();
    }

    @Override
    default Captured capture(Context context) throws InterruptedException, Unreachable {
        return new Captured.Found(new Marks(ways(), context).capture());
    }

    @Override
    default Outcome rollback(Context context, Before before)
            throws InterruptedException, Unreachable {
        return new Marks(ways(), context).withdraw(before);
    }

    @Override
    default Verdict restored(Context context, Before before)
            throws InterruptedException, Unreachable {
        return new Marks(ways(), context).restored(before);
    }

    @Override
    default Outcome collect(Context context) throws InterruptedException, Unreachable {
        return new Marks(ways(), context).collect();
    }
}
