package gotthard.cli;

import gotthard.inventory.Endpoint;
import gotthard.inventory.Inventory;
import gotthard.inventory.Site;
import gotthard.secret.SecretRef;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Looks at the private keys that hosts are opened with, and never at what they hold.
record IdentityCheck(Map<String, String> environment) {
    private static final String SUBJECT = "private key";
    private static final Set<PosixFilePermission> OTHERS =
            EnumSet.complementOf(
                    EnumSet.of(
                            PosixFilePermission.OWNER_READ,
                            PosixFilePermission.OWNER_WRITE,
                            PosixFilePermission.OWNER_EXECUTE));

    /// One for each key, whichever hosts use it.
    List<Diagnosis> of(Inventory inventory) {
        var users = new TreeMap<String, Set<String>>();
        var references = new TreeMap<String, Optional<SecretRef>>();
        inventory.sites().values().stream()
                .flatMap(Site::endpoints)
                .filter(Endpoint.Host.class::isInstance)
                .map(Endpoint.Host.class::cast)
                .forEach(
                        host -> {
                            String name = name(host.identity());
                            references.put(name, host.identity());
                            users.computeIfAbsent(name, _ -> new TreeSet<>())
                                    .add(host.name().toString());
                        });
        return references.entrySet().stream()
                .map(
                        entry ->
                                diagnosis(
                                        entry.getKey() + " (" + hosts(users, entry.getKey()) + ")",
                                        entry.getValue()))
                .toList();
    }

    private static String hosts(Map<String, Set<String>> users, String key) {
        Set<String> hosts = users.getOrDefault(key, Set.of());
        return hosts.size() == 1 ? hosts.iterator().next() : Words.count(hosts.size(), "host");
    }

    private static String name(Optional<SecretRef> identity) {
        return identity.map(
                        ref ->
                                switch (ref) {
                                    case SecretRef.File(var path) -> path.toString();
                                    case SecretRef.Env(var variable) -> "env:" + variable;
                                    case SecretRef.Exec(var command) ->
                                            "exec:" + command.getFirst();
                                })
                .orElse("the ssh agent");
    }

    private Diagnosis diagnosis(String name, Optional<SecretRef> identity) {
        if (identity.isEmpty()) {
            return environment.getOrDefault("SSH_AUTH_SOCK", "").isEmpty()
                    ? new Diagnosis.Ill(
                            SUBJECT,
                            name + " does not run: SSH_AUTH_SOCK is not set",
                            "start one (ssh-agent, ssh-add), or name a private key under identity")
                    : new Diagnosis.Well(SUBJECT, name);
        }
        return switch (identity.get()) {
            case SecretRef.File(var path) -> file(name, path);
            case SecretRef.Env(var variable) ->
                    environment.containsKey(variable)
                            ? new Diagnosis.Well(SUBJECT, name + " is set")
                            : new Diagnosis.Ill(
                                    SUBJECT, name + " is not set", "export " + variable);
            case SecretRef.Exec _ ->
                    new Diagnosis.Well(SUBJECT, name + " is asked when a host is opened");
        };
    }

    private static Diagnosis file(String name, Path path) {
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            return new Diagnosis.Ill(
                    SUBJECT,
                    name + " can't be read",
                    "check that it exists and that you may read it, or correct identity in the inventory");
        }
        try {
            Set<PosixFilePermission> allowed = Files.getPosixFilePermissions(path);
            String shown = PosixFilePermissions.toString(allowed);
            return allowed.stream().anyMatch(OTHERS::contains)
                    ? new Diagnosis.Ill(
                            SUBJECT,
                            name + " is open to others (" + shown + ")",
                            "chmod 600 " + path)
                    : new Diagnosis.Well(SUBJECT, name + " is for its owner only");
        } catch (UnsupportedOperationException _) {
            return new Diagnosis.Well(SUBJECT, name + " can be read");
        } catch (IOException broken) {
            return new Diagnosis.Ill(SUBJECT, name + " can't be read", broken.toString());
        }
    }
}
