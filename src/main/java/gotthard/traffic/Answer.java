package gotthard.traffic;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What an endpoint answered.
///
/// @param text its body, decoded as UTF-8
/// @param date the server's own clock, to the second
/// @param certificateEnds until when the server's certificate is valid; without TLS there is none
/// @param took from the question to the end of the answer
record Answer(
        int status,
        String text,
        Optional<Instant> date,
        Optional<Instant> certificateEnds,
        Duration took) {}
