package gotthard.preflight;

import gotthard.action.Access;
import gotthard.action.Context;

import java.util.List;
import java.util.Set;

/// What a plan has looked at beside endpoints.
sealed interface Further permits Capacity, Probing, Histories {
    List<Result> look(Examination examination, Context context) throws InterruptedException;

    /// What looking takes.
    Set<Access> access();
}
