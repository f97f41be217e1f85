package gotthard.notice;

import gotthard.secret.Secret;

import java.util.Optional;
import java.util.Set;

/// Somebody who is told.
///
/// @param name by which people are told of it; its address is a secret
/// @param key by which what it gets is signed
record Endpoint(String name, Look look, Set<Occasion> told, Secret url, Optional<Secret> key) {
    Endpoint {
        told = Set.copyOf(told);
    }
}
