package gotthard.inventory;

import gotthard.secret.SecretRef;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How something at a site is reached.
public sealed interface Endpoint {
    EndpointName name();

    /// A Kubernetes API server, by a context of a kubeconfig; without a file, the user's own kubeconfig.
    record Cluster(EndpointName name, String context, Optional<Path> kubeconfig)
            implements Endpoint {}

    /// A host that speaks SSH. Its keys are pinned: an unknown host key is refused.
    ///
    /// @param port TCP port, 1 to 65535
    /// @param hostKeys the only keys that the host may show
    /// @param identity the private key to log in with; without one, the user's ssh agent
    record Host(
            EndpointName name,
            String address,
            int port,
            String user,
            HostKeys hostKeys,
            Optional<SecretRef> identity)
            implements Endpoint {}

    /// Something that answers HTTP.
    record Web(EndpointName name, URI url) implements Endpoint {}

    /// A server that speaks the protocol of Amazon S3.
    ///
    /// @param region that requests are signed for
    /// @param accessKey who asks; without keys, nobody in particular
    record Objects(
            EndpointName name,
            URI url,
            String region,
            Optional<SecretRef> accessKey,
            Optional<SecretRef> secretKey)
            implements Endpoint {}

    /// A Prometheus server, or what speaks its HTTP API.
    ///
    /// @param signals what is asked of it, by name
    record Metrics(EndpointName name, URI url, Map<SignalName, MetricSignal> signals)
            implements Endpoint {
        public Metrics {
            signals = Map.copyOf(signals);
        }
    }

    /// The keys that a host may show.
    sealed interface HostKeys {
        /// Public keys as in an OpenSSH public key file: `ssh-ed25519 AAAA…`.
        record Pinned(List<String> keys) implements HostKeys {
            public Pinned {
                keys = List.copyOf(keys);
            }
        }

        /// The keys that an OpenSSH `known_hosts` file lists for the address and port.
        record KnownHosts(Path file) implements HostKeys {}
    }
}
