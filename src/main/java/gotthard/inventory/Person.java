package gotthard.inventory;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/// Somebody who decides or reads.
///
/// @param keys public keys, each the line of an OpenSSH public key file
/// @param revoked keys that count no more
/// @param delegations roles that somebody else may act in for a while
public record Person(
        PersonName name,
        Set<RoleName> roles,
        List<String> keys,
        List<Revoked> revoked,
        List<Delegation> delegations) {
    public Person {
        roles = Set.copyOf(roles);
        keys = List.copyOf(keys);
        revoked = List.copyOf(revoked);
        delegations = List.copyOf(delegations);
    }

    /// Somebody who has revoked and delegated nothing.
    public Person(PersonName name, Set<RoleName> roles, List<String> keys) {
        this(name, roles, keys, List.of(), List.of());
    }

    /// A key that counts no more from the beginning of a day, in UTC.
    ///
    /// @param key the line of an OpenSSH public key file
    public record Revoked(String key, LocalDate since) {
        public boolean holds(Instant now) {
            return !now.isBefore(since.atStartOfDay(ZoneOffset.UTC).toInstant());
        }
    }

    /// Lets somebody act in a role until the end of a day, in UTC.
    public record Delegation(PersonName to, RoleName role, LocalDate until) {
        public boolean holds(Instant now) {
            return now.isBefore(until.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
        }
    }
}
