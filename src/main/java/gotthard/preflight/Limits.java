package gotthard.preflight;

import gotthard.shape.ByteSize;

import java.time.Duration;

/// What measured values must keep to.
///
/// @param clockSkew how far a clock may be off
/// @param space what must be free where files arrive
/// @param certificates for how long certificates must at least be valid
public record Limits(Duration clockSkew, ByteSize space, Duration certificates) {
    public static final Limits USUAL =
            new Limits(Duration.ofSeconds(5), new ByteSize(0), Duration.ofDays(14));
}
