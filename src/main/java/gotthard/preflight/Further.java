package gotthard.preflight;

import gotthard.action.Access;

import java.util.List;
import java.util.Set;

/// What a plan has looked at beside endpoints.
sealed interface Further permits Capacity, Probing, Histories, Space {
    List<Result> look(Asking asking) throws InterruptedException;

    /// What looking takes.
    Set<Access> access();
}
