package gotthard.run;

import java.time.Duration;

/// How one process runs its part of a run.
///
/// @param patience how long to wait for people at a gate before ending with WAITING
/// @param grace how long to wait for a cancelled job to report before ending with UNKNOWN
public record Options(Duration patience, Duration grace) {
    public static final Options USUAL = new Options(Duration.ZERO, Duration.ofSeconds(30));

    public Options waiting(Duration atGates) {
        return new Options(atGates, grace);
    }
}
