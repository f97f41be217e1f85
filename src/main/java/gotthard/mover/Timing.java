package gotthard.mover;

import java.time.Duration;

/// How long an end waits for what.
///
/// @param pulse after so long at most, each end lets the other know that it is there
/// @param silence a line on which nothing came for so long is taken for cut
/// @param parting for so long a line that was closed in order waits for the other end to do the same
/// @param first before the second try; later ones wait longer
/// @param longest between two tries
record Timing(
        Duration pulse, Duration silence, Duration parting, Duration first, Duration longest) {
    static final Timing USUAL =
            new Timing(
                    Duration.ofSeconds(3),
                    Duration.ofSeconds(12),
                    Duration.ofSeconds(3),
                    Duration.ofMillis(200),
                    Duration.ofSeconds(5));
}
