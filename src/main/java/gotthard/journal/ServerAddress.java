package gotthard.journal;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Where a PostgreSQL database is, and how to reach it: everything but the password.
///
/// @param settings as PostgreSQL's own tools call them; only those that choose neither classes nor files to write
/// @param patience for how long a coordinator that says nothing keeps its run
public record ServerAddress(
        String host,
        int port,
        String database,
        Optional<String> user,
        SortedMap<String, String> settings,
        Duration patience) {
    /// What a coordinator has when the address says nothing else.
    static final Duration USUAL_PATIENCE = Duration.ofSeconds(15);

    private static final Set<String> PREFIXES =
            Set.of("postgresql://", "postgres://", "jdbc:postgresql://");
    private static final Set<String> SETTINGS =
            Set.of("sslmode", "sslrootcert", "sslcert", "sslkey", "currentSchema");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern SECONDS = Pattern.compile("([1-9][0-9]{0,3})s");
    private static final String USUAL_SYSTEM_CERTIFICATES = "system";
    private static final int USUAL_PORT = 5432;

    public ServerAddress {
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    }

    static boolean isOne(String words) {
        return PREFIXES.stream().anyMatch(words::startsWith);
    }

    /// @throws JournalUnusable when it is none that can be used
    static ServerAddress of(String words) {
        URI uri = uri(words);
        String host = uri.getHost();
        String path = uri.getPath();
        if (host == null || path == null || path.length() < 2) {
            throw bad("names no server and database");
        }
        String who = uri.getUserInfo();
        if (who != null && who.contains(":")) {
            throw password();
        }
        Map<String, String> asked = asked(uri);
        Optional<String> user =
                Optional.ofNullable(who).or(() -> Optional.ofNullable(asked.get("user")));
        Duration patience = patience(asked);
        asked.remove("user");
        asked.remove("patience");
        return new ServerAddress(
                host,
                uri.getPort() < 0 ? USUAL_PORT : uri.getPort(),
                path.substring(1),
                user,
                known(host, asked),
                patience);
    }

    private static URI uri(String words) {
        try {
            return new URI(words.startsWith("jdbc:") ? words.substring("jdbc:".length()) : words);
        } catch (URISyntaxException e) {
            throw bad("is no address");
        }
    }

    private static Map<String, String> asked(URI uri) {
        Map<String, String> asked = new TreeMap<>();
        String query = uri.getRawQuery();
        if (query == null) {
            return asked;
        }
        for (String setting : query.split("&", -1)) {
            String[] parts = setting.split("=", 2);
            if (parts.length < 2) {
                throw bad("has the setting \"" + parts[0] + "\" without a value");
            }
            asked.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return asked;
    }

    private static Duration patience(Map<String, String> asked) {
        String words = asked.getOrDefault("patience", USUAL_PATIENCE.toSeconds() + "s");
        var seconds = SECONDS.matcher(words);
        if (!seconds.matches()) {
            throw bad("has the patience \"" + words + "\", which is no number of seconds like 15s");
        }
        return Duration.ofSeconds(Long.parseLong(seconds.group(1)));
    }

    /// Without a word about it, only a server that proves who it is may be used over a network.
    private static SortedMap<String, String> known(String host, Map<String, String> asked) {
        SortedMap<String, String> settings = new TreeMap<>();
        settings.put("sslmode", LOOPBACK.contains(host) ? "prefer" : "verify-full");
        asked.forEach(
                (name, value) -> {
                    if (name.equals("password")) {
                        throw password();
                    }
                    if (!SETTINGS.contains(name)) {
                        throw bad(
                                "has the setting \""
                                        + name
                                        + "\", where it may have user, patience, "
                                        + String.join(", ", SETTINGS.stream().sorted().toList()));
                    }
                    settings.put(name, value);
                });
        return settings;
    }

    private static JournalUnusable bad(String what) {
        return new JournalUnusable(
                "the address of the state "
                        + what
                        + "; write it like postgresql://gotthard@db.example:5432/gotthard, or name a"
                        + " folder");
    }

    private static JournalUnusable password() {
        return new JournalUnusable(
                "the address of the state has a password in it, which others would see; take it out,"
                        + " and give it by the variable PGPASSWORD, or by a file that PGPASSFILE names"
                        + " (host:port:database:user:password) and that only you can read");
    }

    /// For the driver.
    String url() {
        List<String> query = new ArrayList<>();
        settings.forEach(
                (name, value) ->
                        query.add(
                                name.equals("sslrootcert")
                                                && value.equals(USUAL_SYSTEM_CERTIFICATES)
                                        ? "sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory"
                                        : name
                                                + "="
                                                + URLEncoder.encode(
                                                        value, StandardCharsets.UTF_8)));
        return "jdbc:postgresql://%s:%d/%s?%s"
                .formatted(
                        host,
                        port,
                        URLEncoder.encode(database, StandardCharsets.UTF_8),
                        String.join("&", query));
    }

    /// As a person would write it, without settings.
    @Override
    public String toString() {
        return "postgresql://%s%s:%d/%s"
                .formatted(user.map(name -> name + "@").orElse(""), host, port, database);
    }
}
