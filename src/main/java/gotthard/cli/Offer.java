package gotthard.cli;

import gotthard.problem.Checked;
import gotthard.web.Role;
import gotthard.web.Settings;
import gotthard.web.Token;
import gotthard.web.TokenFile;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How the dashboard is to be offered, as it was typed.
///
/// @param secret the token that was made for this once; none where a file names those who may look
record Offer(Settings settings, Optional<String> secret) {
    static final String LISTEN = "--listen";
    static final String HOST = "--host";
    static final String TOKENS = "--tokens";
    static final String CERTIFICATE = "--tls-cert";
    static final String KEY = "--tls-key";
    static final String BEHIND_PROXY = "--behind-proxy";

    private static final Pattern ADDRESS =
            Pattern.compile("(?:\\[([0-9a-fA-F:.]+)]|([^:\\[\\]]+)):([0-9]{1,5})");
    private static final int LAST_PORT = 65_535;
    private static final int BYTES = 32;

    static Offer of(Call call, RandomGenerator random) throws Trouble {
        String listen = call.text(LISTEN).orElse("127.0.0.1:8080");
        Matcher address = ADDRESS.matcher(listen);
        if (!address.matches() || Integer.parseInt(address.group(3)) > LAST_PORT) {
            throw Trouble.badUse(
                    LISTEN + " does not take \"" + listen + "\"",
                    "write an address and a port: 127.0.0.1:8080, [::1]:8080");
        }
        String host = address.group(1) == null ? address.group(2) : address.group(1);
        Optional<Settings.Certificate> certificate = certificate(call);
        if (!isOfThisMachine(host)) {
            checkOpen(call, host, certificate);
        }
        Optional<String> secret =
                call.text(TOKENS).isPresent() ? Optional.empty() : Optional.of(secret(random));
        List<Token> tokens =
                secret.isPresent()
                        ? List.of(Token.of("whoever-started-it", Role.OPERATOR, secret.get()))
                        : tokens(call, call.text(TOKENS).orElseThrow());
        return new Offer(
                new Settings(
                        host,
                        Integer.parseInt(address.group(3)),
                        Set.copyOf(call.texts(HOST)),
                        tokens,
                        certificate,
                        certificate.isPresent() || call.has(BEHIND_PROXY)),
                secret);
    }

    /// What a browser is to be pointed at.
    ///
    /// @param port that it listens at
    String url(int port) {
        String host = settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host();
        return (settings.certificate().isPresent() ? "https://" : "http://")
                + host
                + ":"
                + port
                + "/"
                + secret.map(it -> "?token=" + it).orElse("");
    }

    private static void checkOpen(
            Call call, String host, Optional<Settings.Certificate> certificate) throws Trouble {
        if (call.text(TOKENS).isEmpty()) {
            throw Trouble.badUse(
                    "others reach " + host + ", and " + TOKENS + " does not say who may look",
                    "name a file with " + TOKENS + ", or listen at 127.0.0.1");
        }
        if (certificate.isEmpty() && !call.has(BEHIND_PROXY)) {
            throw Trouble.badUse(
                    "others reach " + host + ", and tokens would go there in the clear",
                    "give "
                            + CERTIFICATE
                            + " and "
                            + KEY
                            + ", or "
                            + BEHIND_PROXY
                            + " where a proxy speaks TLS");
        }
        if (isAny(host) && call.texts(HOST).isEmpty()) {
            throw Trouble.badUse(
                    host + " is every address, and none that a browser calls",
                    "say by which names browsers call it: " + HOST + " gotthard.example");
        }
    }

    private static Optional<Settings.Certificate> certificate(Call call) throws Trouble {
        Optional<String> chain = call.text(CERTIFICATE);
        Optional<String> key = call.text(KEY);
        if (chain.isPresent() != key.isPresent()) {
            throw Trouble.badUse(
                    CERTIFICATE + " and " + KEY + " go together", "give both, or none of them");
        }
        return chain.map(file -> new Settings.Certificate(Path.of(file), Path.of(key.get())));
    }

    /// Names but `localhost` are not asked for: whom they lead to may change.
    private static boolean isOfThisMachine(String host) {
        return host.equals("localhost") || is(host, InetAddress::isLoopbackAddress);
    }

    private static boolean isAny(String host) {
        return is(host, InetAddress::isAnyLocalAddress);
    }

    private static boolean is(String host, java.util.function.Predicate<InetAddress> what) {
        try {
            return what.test(InetAddress.ofLiteral(host));
        } catch (IllegalArgumentException aName) {
            return false;
        }
    }

    private static String secret(RandomGenerator random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static List<Token> tokens(Call call, String name) throws Trouble {
        Path file = Path.of(name);
        try {
            Set<PosixFilePermission> modes = Files.getPosixFilePermissions(file);
            if (modes.contains(PosixFilePermission.GROUP_WRITE)
                    || modes.contains(PosixFilePermission.OTHERS_WRITE)) {
                throw Trouble.failed(
                        "others than its owner may write the file " + file,
                        "chmod 600 " + file + ", and look who is in it");
            }
            return switch (TokenFile.read(name, Files.readString(file))) {
                case Checked.Valid(var tokens, _) -> tokens;
                case Checked.Invalid(var problems) -> {
                    Reports.problems(call.console(), problems);
                    throw new Trouble(
                            Exit.BAD_INPUT,
                            "the file " + file + " does not say who may look",
                            "mend what is told above");
                }
            };
        } catch (NoSuchFileException _) {
            throw Trouble.failed(
                    "there is no file " + file,
                    "write one with tokens, each with name, role and sha256");
        } catch (IOException broken) {
            throw Trouble.failed(
                    "the file " + file + " can't be read: " + broken.getMessage(),
                    "it must be a file of UTF-8 that you may read");
        }
    }
}
