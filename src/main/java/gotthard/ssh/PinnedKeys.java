package gotthard.ssh;

import com.jcraft.jsch.HostKey;
import com.jcraft.jsch.HostKeyRepository;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.UserInfo;

import gotthard.action.Failure;
import gotthard.action.Unreachable;
import gotthard.inventory.Endpoint;

import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The keys that a host may show, and the one that it showed.
final class PinnedKeys implements HostKeyRepository {
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final Endpoint.Host host;
    private final List<HostKey> pinned;
    private volatile Optional<byte[]> stranger = Optional.empty();

    private PinnedKeys(Endpoint.Host host, List<HostKey> pinned) {
        this.host = host;
        this.pinned = List.copyOf(pinned);
    }

    static PinnedKeys of(Endpoint.Host host) throws Unreachable {
        return new PinnedKeys(
                host,
                switch (host.hostKeys()) {
                    case Endpoint.HostKeys.Pinned(var keys) -> pinned(host, keys);
                    case Endpoint.HostKeys.KnownHosts known -> listed(host, known);
                });
    }

    /// The signature algorithms that fit the pinned keys, for the handshake; empty if there is none.
    String algorithms() {
        return pinned.stream()
                .map(HostKey::getType)
                .flatMap(
                        type ->
                                type.equals("ssh-rsa")
                                        ? Stream.of("rsa-sha2-512", "rsa-sha2-256")
                                        : Stream.of(type))
                .distinct()
                .collect(Collectors.joining(","));
    }

    boolean isEmpty() {
        return pinned.isEmpty();
    }

    /// What to tell when the host showed a key that is not pinned; empty if it did not.
    Optional<Failure> refusal() {
        return stranger.map(
                key -> pinned.isEmpty() ? unknown(fingerprint(key)) : changed(fingerprint(key)));
    }

    private Failure changed(String found) {
        return Failure.refused(
                "%s (%s) shows the host key %s, but %s is pinned"
                        .formatted(host.name(), address(host), found, expected()),
                "somebody may be in between: ask who runs the host; if its key was changed on purpose, pin the new one in"
                        + " hostKeys");
    }

    private Failure unknown(String found) {
        return Failure.refused(
                "%s (%s) shows the host key %s, but none is pinned for it"
                        .formatted(host.name(), address(host), found),
                "compare it with the host's own (there: ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub), then add it to"
                        + " hostKeys");
    }

    static String address(Endpoint.Host host) {
        return host.address() + ":" + host.port();
    }

    @Override
    public int check(String name, byte[] key) {
        for (HostKey known : pinned) {
            if (MessageDigest.isEqual(Base64.getDecoder().decode(known.getKey()), key)) {
                return OK;
            }
        }
        stranger = Optional.of(key.clone());
        return CHANGED;
    }

    @Override
    public void add(HostKey key, UserInfo person) {
        throw new UnsupportedOperationException("keys are pinned in the inventory only");
    }

    @Override
    public void remove(String name, String type) {
        throw new UnsupportedOperationException("keys are pinned in the inventory only");
    }

    @Override
    public void remove(String name, String type, byte[] key) {
        throw new UnsupportedOperationException("keys are pinned in the inventory only");
    }

    @Override
    public String getKnownHostsRepositoryID() {
        return "inventory";
    }

    @Override
    public HostKey[] getHostKey() {
        return pinned.toArray(HostKey[]::new);
    }

    @Override
    public HostKey[] getHostKey(String name, String type) {
        return pinned.stream()
                .filter(key -> type == null || key.getType().equals(type))
                .toArray(HostKey[]::new);
    }

    private String expected() {
        return pinned.stream()
                .map(key -> fingerprint(Base64.getDecoder().decode(key.getKey())))
                .distinct()
                .collect(Collectors.joining(" or "));
    }

    /// As `ssh-keygen -l` prints it.
    private static String fingerprint(byte[] key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key);
            return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static List<HostKey> pinned(Endpoint.Host host, List<String> lines) throws Unreachable {
        var keys = new ArrayList<HostKey>();
        for (String line : lines) {
            String[] words = SPACES.split(line.strip(), 3);
            try {
                keys.add(new HostKey(host.address(), Base64.getDecoder().decode(words[1])));
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException | JSchException _) {
                throw new Unreachable(
                        Failure.refused(
                                "a pinned host key of " + host.name() + " is not a public key",
                                "write it as in a .pub file: ssh-ed25519 AAAA…"));
            }
        }
        return keys;
    }

    private static List<HostKey> listed(Endpoint.Host host, Endpoint.HostKeys.KnownHosts known)
            throws Unreachable {
        if (!Files.isReadable(known.file())) {
            throw new Unreachable(
                    Failure.refused(
                            "the list of known hosts " + known.file() + " can't be read",
                            "check hostKeys of " + host.name() + " in the inventory"));
        }
        try {
            var reader = new JSch();
            reader.setKnownHosts(known.file().toString());
            String name =
                    host.port() == 22 ? host.address() : "[" + host.address() + "]:" + host.port();
            return Arrays.asList(reader.getHostKeyRepository().getHostKey(name, null));
        } catch (JSchException _) {
            throw new Unreachable(
                    Failure.refused(
                            "the list of known hosts " + known.file() + " is not understood",
                            "compare it with the manual page of ssh-keyscan"));
        }
    }
}
