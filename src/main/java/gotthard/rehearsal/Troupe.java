package gotthard.rehearsal;

import gotthard.action.Kinds;
import gotthard.secret.Secrets;

import java.time.InstantSource;
import java.util.random.RandomGenerator;

/// What every coordinator of a rehearsal has.
///
/// @param version of this program
/// @param random where unguessable numbers come from
public record Troupe(
        Stage stage,
        Kinds kinds,
        Secrets secrets,
        InstantSource clock,
        String version,
        RandomGenerator random) {}
