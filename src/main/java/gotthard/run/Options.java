package gotthard.run;

import gotthard.proof.Monitor;

import java.time.Duration;

/// How one process runs its part of a run.
///
/// @param patience how long to wait for people at a gate before ending with WAITING
/// @param grace how long to wait for a cancelled job to report before ending with UNKNOWN
/// @param states of a cell that may be like more of them once a step begins, that step is held, because not all can be judged
public record Options(Duration patience, Duration grace, int states) {
    public static final Options USUAL =
            new Options(Duration.ZERO, Duration.ofSeconds(30), Monitor.USUAL);

    public Options waiting(Duration atGates) {
        return new Options(atGates, grace, states);
    }
}
