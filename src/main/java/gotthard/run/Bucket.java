package gotthard.run;

import gotthard.shape.Rate;

import java.time.Duration;
import java.time.Instant;

/// Says how long to wait so that no more than a rate moves, for all that ask together. Who has asked for nothing for a while may go
/// ahead by a quarter of a second at most.
///
/// It is the generic cell rate algorithm (ITU-T I.371): the moment at which all that was let through so far would be done.
final class Bucket {
    private static final Duration AHEAD = Duration.ofMillis(250);
    private static final double BIT_NANOS = 8e9;

    private final Rate rate;
    private Instant done = Instant.EPOCH;

    Bucket(Rate rate) {
        this.rate = rate;
    }

    Rate rate() {
        return rate;
    }

    /// Lets so many bytes through, after a time that the caller waits.
    synchronized Duration take(long bytes, Instant now) {
        Instant earliest = now.minus(AHEAD);
        Instant start = done.isBefore(earliest) ? earliest : done;
        done = start.plusNanos((long) (bytes * BIT_NANOS / rate.bitsPerSecond()));
        return done.isAfter(now) ? Duration.between(now, done) : Duration.ZERO;
    }
}
