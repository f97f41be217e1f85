package gotthard.journal;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;

/// A real PostgreSQL server that other machines reach, with one user, whose password is made when it starts.
public final class SharedServer implements AutoCloseable {
    private static final String USER = "gotthard";

    private final EmbeddedPostgres server;
    private final String password;

    private SharedServer(EmbeddedPostgres server, String password) {
        this.server = server;
        this.password = password;
    }

    /// Starts one on a port that is free.
    ///
    /// @param network from which the user may come: `10.77.0.0/16`
    public static SharedServer start(String network) throws IOException, SQLException {
        var random = new byte[16];
        new SecureRandom().nextBytes(random);
        String password = HexFormat.of().formatHex(random);
        var server =
                EmbeddedPostgres.builder()
                        .setServerConfig("listen_addresses", "*")
                        .setDataDirectoryCustomizer(folder -> allow(folder, network))
                        .start();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create role " + USER + " login password '" + password + "'");
            statement.execute("create database " + USER + " owner " + USER);
        }
        return new SharedServer(server, password);
    }

    private static void allow(File folder, String network) {
        Path rules = folder.toPath().resolve("pg_hba.conf");
        try {
            Files.writeString(
                    rules,
                    "host %1$s %1$s %2$s scram-sha-256\n%3$s"
                            .formatted(USER, network, Files.readString(rules)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// As `--state` takes it, from a machine that knows this one by that name. Without TLS, on a network of the test's own.
    public String address(String host) {
        return "postgresql://%1$s@%2$s:%3$d/%1$s?sslmode=disable"
                .formatted(USER, host, server.getPort());
    }

    public String password() {
        return password;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
