package gotthard.kubernetes;

import gotthard.action.Connector;
import gotthard.action.Failure;
import gotthard.action.Unreachable;
import gotthard.inventory.Endpoint;
import gotthard.problem.Quoted;
import gotthard.problem.Suggestion;
import gotthard.secret.KnownSecrets;
import gotthard.secret.Secrets;

import io.fabric8.kubernetes.api.model.NamedContext;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.internal.KubeConfigUtils;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Opens clusters by a context of a kubeconfig. Nothing is sent before the first request.
public final class ClusterConnector implements Connector<ClusterConnection> {
    private static final int PATIENCE_MILLIS = 10_000;

    @Override
    public ClusterConnection open(Endpoint endpoint, Secrets secrets) throws Unreachable {
        if (!(endpoint instanceof Endpoint.Cluster cluster)) {
            throw new Unreachable(
                    Failure.refused(
                            endpoint.name() + " is no cluster",
                            "name a site that has one in the inventory"));
        }
        Path file = cluster.kubeconfig().orElseGet(ClusterConnector::usual);
        requireContext(cluster, file);
        try {
            Config config = Config.fromKubeconfig(cluster.context(), file.toFile());
            know(config);
            config.setConnectionTimeout(PATIENCE_MILLIS);
            config.setRequestTimeout(3 * PATIENCE_MILLIS);
            config.setRequestRetryBackoffLimit(1);
            ClientKeys.nameAlgorithm(config);
            return new ClusterConnection(
                    cluster.name(), new KubernetesClientBuilder().withConfig(config).build());
        } catch (KubernetesClientException | IllegalArgumentException broken) {
            throw new Unreachable(
                    Failure.refused(
                            "%s can't be opened by the context %s of %s: %s"
                                    .formatted(
                                            cluster.name(),
                                            Quoted.of(cluster.context()),
                                            file,
                                            root(broken).getMessage()),
                            "check the context with kubectl"));
        }
    }

    /// What of a kubeconfig must not be shown.
    private static void know(Config config) {
        Stream.of(
                        config.getOauthToken(),
                        config.getAutoOAuthToken(),
                        config.getPassword(),
                        config.getClientKeyData(),
                        config.getClientKeyPassphrase())
                .filter(Objects::nonNull)
                .forEach(KnownSecrets::add);
    }

    private static Throwable root(Throwable thrown) {
        Throwable cause = thrown.getCause();
        return cause == null ? thrown : root(cause);
    }

    /// The user's own: `KUBECONFIG`, or `~/.kube/config`.
    private static Path usual() {
        String chosen = System.getenv().getOrDefault("KUBECONFIG", "");
        return chosen.isEmpty()
                ? Path.of(System.getProperty("user.home"), ".kube", "config")
                : Path.of(chosen.split(File.pathSeparator, -1)[0]);
    }

    private static void requireContext(Endpoint.Cluster cluster, Path file) throws Unreachable {
        if (!Files.isReadable(file)) {
            throw new Unreachable(
                    Failure.refused(
                            "the kubeconfig " + file + " of " + cluster.name() + " can't be read",
                            "write its path into the inventory, or set KUBECONFIG"));
        }
        List<String> contexts = contexts(cluster, file);
        if (!contexts.contains(cluster.context())) {
            String others =
                    contexts.isEmpty()
                            ? "the file has none"
                            : Suggestion.didYouMean(cluster.context(), contexts)
                                    .orElse("there are " + String.join(", ", contexts));
            throw new Unreachable(
                    Failure.refused(
                            "the kubeconfig "
                                    + file
                                    + " of "
                                    + cluster.name()
                                    + " has no context "
                                    + Quoted.of(cluster.context()),
                            others));
        }
    }

    private static List<String> contexts(Endpoint.Cluster cluster, Path file) throws Unreachable {
        try {
            return KubeConfigUtils.parseConfig(file.toFile()).getContexts().stream()
                    .map(NamedContext::getName)
                    .toList();
        } catch (KubernetesClientException | IllegalArgumentException _) {
            throw new Unreachable(
                    Failure.refused(
                            "the kubeconfig "
                                    + file
                                    + " of "
                                    + cluster.name()
                                    + " is no kubeconfig",
                            "write it anew"));
        }
    }
}
