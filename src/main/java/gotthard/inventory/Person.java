package gotthard.inventory;

import java.util.List;
import java.util.Set;

/// Somebody who decides or reads. Keys are public keys as in an OpenSSH public key file.
public record Person(PersonName name, Set<RoleName> roles, List<String> keys) {
    public Person {
        roles = Set.copyOf(roles);
        keys = List.copyOf(keys);
    }
}
