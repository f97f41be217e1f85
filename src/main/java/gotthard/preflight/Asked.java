package gotthard.preflight;

import gotthard.action.Failure;
import gotthard.action.Inspector.Lack;
import gotthard.inventory.EndpointName;

import java.util.List;

/// What came of asking an endpoint which rights lack there.
public sealed interface Asked {
    EndpointName where();

    record Answered(EndpointName where, List<Lack> lacking) implements Asked {
        public Answered {
            lacking = List.copyOf(lacking);
        }
    }

    /// It gave no answer, or let nobody in.
    record Silent(EndpointName where, Failure failure) implements Asked {}
}
