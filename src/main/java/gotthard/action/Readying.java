package gotthard.action;

import gotthard.action.ByHand.Line;
import gotthard.inventory.Endpoint;
import gotthard.inventory.EndpointName;
import gotthard.inventory.Inventory;
import gotthard.inventory.Site;
import gotthard.secret.SecretRef;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What a person makes ready before the commands of a [Prompt] work: where hosts are and how they are known, and profiles for S3 servers. A
/// secret is told by the command that fetches it from where the inventory says it is.
public record Readying(Inventory inventory) {
    private static final String KEYS = "known_hosts";
    private static final String CREDENTIALS = "credentials";

    /// For these endpoints, in their order by name.
    public List<Line> of(Collection<EndpointName> names) {
        List<Endpoint> used =
                inventory.sites().values().stream()
                        .flatMap(Site::endpoints)
                        .filter(endpoint -> names.contains(endpoint.name()))
                        .sorted(Comparator.comparing(Endpoint::name))
                        .toList();
        var lines = new ArrayList<Line>();
        hosts(used, lines);
        servers(used, lines);
        return lines;
    }

    private static void hosts(List<Endpoint> used, List<Line> lines) {
        List<Endpoint.Host> hosts =
                used.stream()
                        .filter(Endpoint.Host.class::isInstance)
                        .map(Endpoint.Host.class::cast)
                        .toList();
        if (hosts.isEmpty()) {
            return;
        }
        lines.add(ByHand.type("umask 077"));
        hosts.forEach(host -> fetched(host).ifPresent(lines::add));
        var known = new StringBuilder();
        var config = new StringBuilder();
        for (Endpoint.Host host : hosts) {
            config.append(described(host));
            if (host.hostKeys() instanceof Endpoint.HostKeys.Pinned(var keys)) {
                keys.forEach(
                        key ->
                                known.append(Prompt.alias(host.name()))
                                        .append(' ')
                                        .append(key.strip())
                                        .append('\n'));
            }
        }
        lines.add(written(Prompt.SSH_CONFIG, config.toString()));
        if (!known.isEmpty()) {
            lines.add(written(KEYS, known.toString()));
        }
    }

    private static String described(Endpoint.Host host) {
        String alias = Prompt.alias(host.name());
        String identity =
                host.identity()
                        .map(
                                ref ->
                                        "  IdentitiesOnly yes\n  IdentityFile "
                                                + (ref instanceof SecretRef.File(var path)
                                                        ? quoted(path.toString())
                                                        : alias + ".key")
                                                + "\n")
                        .orElse("");
        String keys =
                switch (host.hostKeys()) {
                    case Endpoint.HostKeys.Pinned _ ->
                            "  HostKeyAlias %s\n  UserKnownHostsFile %s\n".formatted(alias, KEYS);
                    case Endpoint.HostKeys.KnownHosts(var file) ->
                            "  UserKnownHostsFile " + quoted(file.toString()) + "\n";
                };
        return "Host %s\n  HostName %s\n  Port %d\n  User %s\n  StrictHostKeyChecking yes\n"
                        .formatted(alias, host.address(), host.port(), host.user())
                + keys
                + identity;
    }

    private static String quoted(String path) {
        return path.indexOf(' ') < 0 ? path : "\"" + path + "\"";
    }

    private static Line written(String file, String content) {
        return ByHand.type("cat > %s <<'END'\n%sEND".formatted(file, content));
    }

    private static Optional<Line> fetched(Endpoint.Host host) {
        return host.identity()
                .filter(ref -> !(ref instanceof SecretRef.File))
                .map(
                        ref ->
                                ByHand.type(
                                        "printf '%s\\n' "
                                                + value(ref)
                                                + " > "
                                                + Prompt.alias(host.name())
                                                + ".key"));
    }

    private static void servers(List<Endpoint> used, List<Line> lines) {
        var profiles = new StringBuilder();
        for (Endpoint endpoint : used) {
            if (endpoint instanceof Endpoint.Objects server
                    && server.accessKey().isPresent()
                    && server.secretKey().isPresent()) {
                profiles.append(
                        "[%s]\naws_access_key_id = %s\naws_secret_access_key = %s\n"
                                .formatted(
                                        Prompt.alias(server.name()),
                                        bare(server.accessKey().get()),
                                        bare(server.secretKey().get())));
            }
        }
        if (!profiles.isEmpty()) {
            lines.add(ByHand.type("umask 077"));
            lines.add(ByHand.type("cat > %s <<END\n%sEND".formatted(CREDENTIALS, profiles)));
            lines.add(
                    ByHand.type("export AWS_SHARED_CREDENTIALS_FILE=\"$PWD/" + CREDENTIALS + "\""));
            lines.add(ByHand.say("Remove the file " + CREDENTIALS + " when all is done."));
        }
    }

    private static String value(SecretRef ref) {
        return "\"" + bare(ref) + "\"";
    }

    /// An expression of the shell that stands for the secret.
    private static String bare(SecretRef ref) {
        return switch (ref) {
            case SecretRef.Env(var variable) -> "$" + variable;
            case SecretRef.File(var path) -> "$(cat " + Prompt.word(path.toString()) + ")";
            case SecretRef.Exec(var command) -> "$(" + Prompt.words(command) + ")";
        };
    }
}
