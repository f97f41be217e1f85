package gotthard.access;

import java.util.Optional;

/// Whom roles are given to.
public sealed interface Subject {
    /// A user, by the name that the API server knows: the common name of a certificate, or what a token tells.
    record User(String name) implements Subject {}

    record Group(String name) implements Subject {}

    record ServiceAccount(String namespace, String name) implements Subject {}

    /// Reads `user:NAME`, `group:NAME` or `serviceaccount:NAMESPACE/NAME`.
    static Optional<Subject> read(String text) {
        int colon = text.indexOf(':');
        String name = text.substring(colon + 1);
        if (colon < 0 || name.isEmpty() || name.chars().anyMatch(Character::isISOControl)) {
            return Optional.empty();
        }
        return switch (text.substring(0, colon)) {
            case "user" -> Optional.of(new User(name));
            case "group" -> Optional.of(new Group(name));
            case "serviceaccount" -> {
                String[] parts = name.split("/", -1);
                yield parts.length == 2 && !parts[0].isEmpty() && !parts[1].isEmpty()
                        ? Optional.of(new ServiceAccount(parts[0], parts[1]))
                        : Optional.empty();
            }
            default -> Optional.empty();
        };
    }
}
