package gotthard.run;

import java.time.Instant;
import java.util.List;

/// Decides what comes next. Pure: the same state, signals and time give the same turn.
public interface Decider {
    Turn decide(State state, List<Signal> heard, Instant now);
}
