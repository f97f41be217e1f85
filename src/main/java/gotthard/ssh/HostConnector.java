package gotthard.ssh;

import com.jcraft.jsch.AgentIdentityRepository;
import com.jcraft.jsch.AgentProxyException;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.SSHAgentConnector;

import gotthard.action.Connector;
import gotthard.action.Failure;
import gotthard.action.Unreachable;
import gotthard.inventory.Endpoint;
import gotthard.secret.SecretRef;
import gotthard.secret.Secrets;
import gotthard.secret.Unresolved;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Opens hosts by SSH: with a pinned host key, and the private key that the inventory refers to or the user's agent.
public final class HostConnector implements Connector<HostConnection> {
    /// Needs nothing; what it opens is the same for all.
    public HostConnector() {}

    @Override
    public HostConnection open(Endpoint endpoint, Secrets secrets)
            throws Unreachable, InterruptedException {
        if (!(endpoint instanceof Endpoint.Host host)) {
            throw new Unreachable(
                    Failure.refused(
                            endpoint.name() + " is not a host",
                            "name a host of the inventory here"));
        }
        PinnedKeys keys = PinnedKeys.of(host);
        var client = new JSch();
        client.setHostKeyRepository(keys);
        identify(client, host, secrets);
        var connection = new HostConnection(new Lanes(host, client, keys));
        connection.connect();
        return connection;
    }

    private static void identify(JSch client, Endpoint.Host host, Secrets secrets)
            throws Unreachable, InterruptedException {
        if (host.identity().isPresent()) {
            identify(client, host, secrets, host.identity().get());
            return;
        }
        try {
            client.setIdentityRepository(new AgentIdentityRepository(new SSHAgentConnector()));
        } catch (AgentProxyException _) {
            throw new Unreachable(
                    Failure.refused(
                            host.name() + " names no identity, and no ssh agent runs here",
                            "start one (ssh-agent, ssh-add), or name the private key under identity"));
        }
    }

    private static void identify(JSch client, Endpoint.Host host, Secrets secrets, SecretRef ref)
            throws Unreachable, InterruptedException {
        try {
            boolean understood = secrets.resolve(ref).reveal(key -> add(client, key));
            if (!understood) {
                throw new Unreachable(
                        Failure.refused(
                                "the identity of "
                                        + host.name()
                                        + " is not a private key that can be used without a passphrase",
                                "name an OpenSSH or PKCS#8 private key, or use an ssh agent for one with a passphrase"));
            }
        } catch (Unresolved missing) {
            throw new Unreachable(
                    Failure.refused(
                            String.valueOf(missing.getMessage()),
                            "it is the identity of " + host.name() + " in the inventory"));
        }
    }

    private static boolean add(JSch client, byte[] key) {
        byte[] ended = Arrays.copyOf(key, key.length + 1);
        ended[key.length] = '\n';
        try {
            client.addIdentity("identity", ended, null, null);
            return client.getIdentityRepository().getIdentities().stream()
                    .noneMatch(one -> one.isEncrypted());
        } catch (JSchException _) {
            return false;
        } finally {
            Arrays.fill(ended, (byte) 0);
        }
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
