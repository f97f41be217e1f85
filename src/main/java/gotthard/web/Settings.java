package gotthard.web;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How the dashboard is offered.
///
/// @param host the address that it listens at
/// @param port 0 for any that is free
/// @param names by which browsers call it, beside the address; a request by another name is refused
/// @param tokens who may look
/// @param certificate what it shows, where it speaks TLS itself
/// @param isBehindTls whether browsers reach it by TLS, its own or a proxy's
public record Settings(
        String host,
        int port,
        Set<String> names,
        List<Token> tokens,
        Optional<Certificate> certificate,
        boolean isBehindTls) {
    public Settings {
        names = Set.copyOf(names);
        tokens = List.copyOf(tokens);
    }

    /// Files in PEM: the chain, and the private key as PKCS#8.
    public record Certificate(Path chain, Path key) {}
}
