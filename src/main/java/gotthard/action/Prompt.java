package gotthard.action;

import gotthard.inventory.Endpoint;
import gotthard.inventory.EndpointName;
import gotthard.inventory.Inventory;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a person types to reach the endpoints of an inventory. Secrets never stand in it: hosts and their keys are in the file
/// `ssh_config`, keys of S3 servers in profiles of `aws`, and who follows a runbook makes both first.
///
/// @param step which step it is typed for, as it is written in a plan
public record Prompt(Inventory inventory, String step) {
    /// Where hosts are described for `ssh`.
    public static final String SSH_CONFIG = "ssh_config";

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

    /// Words as a POSIX shell takes them apart again (POSIX.1-2017, Shell Command Language, 2.2.2).
    public static String words(List<String> words) {
        return words.stream().map(Prompt::word).collect(Collectors.joining(" "));
    }

    /// One word.
    public static String word(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    /// What `ssh` and `aws` know an endpoint by: `files-1.zurich-1`.
    public static String alias(EndpointName where) {
        return where.local() + "." + where.site();
    }

    /// A file in which a person keeps what undoing needs: of this step alone, so that no other step writes over it.
    public String kept(String what) {
        return step.replaceAll("[^A-Za-z0-9.-]+", "_").replaceAll("_$", "") + "." + what;
    }

    /// A command on a host, word by word.
    public String on(EndpointName host, List<String> words) {
        return script(host, words(words));
    }

    /// A script for the shell of a host.
    public String script(EndpointName host, String script) {
        return "ssh -F " + SSH_CONFIG + " " + alias(host) + " " + word(script);
    }

    /// `kubectl` for a cluster.
    public String kubectl(EndpointName cluster) {
        return find(cluster, Endpoint.Cluster.class)
                .map(
                        known ->
                                "kubectl"
                                        + known.kubeconfig()
                                                .map(file -> " --kubeconfig=" + word(file + ""))
                                                .orElse("")
                                        + " --context="
                                        + word(known.context()))
                .orElse("kubectl --context=" + cluster.site());
    }

    /// `aws` for an S3 server.
    public String aws(EndpointName server) {
        String profile = "aws --profile " + alias(server);
        return find(server, Endpoint.Objects.class)
                .map(
                        known ->
                                profile
                                        + " --endpoint-url "
                                        + word(known.url().toString())
                                        + " --region "
                                        + word(known.region())
                                        + (known.accessKey().isEmpty() ? " --no-sign-request" : ""))
                .orElse(profile);
    }

    /// The address of something that answers HTTP, with a path below it.
    public String url(EndpointName web, String path) {
        String base =
                find(web, Endpoint.Web.class)
                        .map(known -> known.url().toString())
                        .or(() -> find(web, Endpoint.Metrics.class).map(it -> it.url().toString()))
                        .orElse("http://" + alias(web));
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path;
    }

    private <E extends Endpoint> Optional<E> find(EndpointName where, Class<E> type) {
        return Optional.ofNullable(inventory.sites().get(where.site())).stream()
                .flatMap(site -> site.endpoints())
                .filter(endpoint -> endpoint.name().equals(where))
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }
}
