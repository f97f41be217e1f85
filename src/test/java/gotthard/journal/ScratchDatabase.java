package gotthard.journal;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/// A database of its own on one real PostgreSQL server for all tests of this JVM, which ends with it.
/// A password is in the environment, as for a person.
public record ScratchDatabase(int port, String name) {
    static final String USER = "postgres";

    private static final AtomicInteger LAST = new AtomicInteger();
    private static @Nullable EmbeddedPostgres server;

    /// With the journal's tables.
    public static ScratchDatabase fresh() {
        return made("template1");
    }

    /// On a server of its own that writes to disk as a server in use does; the other one may lose what it has.
    public static ScratchDatabase durable(Path folder) {
        try {
            EmbeddedPostgres own =
                    EmbeddedPostgres.builder()
                            .setDataDirectory(folder)
                            .setServerConfig("fsync", "on")
                            .setServerConfig("synchronous_commit", "on")
                            .start();
            return new ScratchDatabase(own.getPort(), "postgres");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ScratchDatabase empty() {
        return made("template0");
    }

    private static synchronized ScratchDatabase made(String template) {
        var database = new ScratchDatabase(running().getPort(), "state" + LAST.incrementAndGet());
        database.on("postgres", "create database " + database.name + " template " + template);
        return database;
    }

    static synchronized EmbeddedPostgres running() {
        EmbeddedPostgres known = server;
        if (known == null) {
            try {
                known =
                        EmbeddedPostgres.builder()
                                .setDataDirectoryCustomizer(ScratchDatabase::askForPasswords)
                                .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            server = known;
            // Its tables are in every database that is made from it.
            new ScratchDatabase(known.getPort(), "template1").open().close();
        }
        return known;
    }

    /// Of that user only; everybody else is trusted.
    private static void askForPasswords(File folder) {
        Path rules = folder.toPath().resolve("pg_hba.conf");
        try {
            Files.writeString(
                    rules, "host all checked all scram-sha-256\n" + Files.readString(rules));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// As `--state` takes it.
    public String address(String settings) {
        return "postgresql://%s@localhost:%d/%s?%s".formatted(USER, port, name, settings);
    }

    /// Where passwords come from.
    public Map<String, String> environment() {
        return Map.of("PGPASSWORD", "none is asked for");
    }

    public StoredJournal open() {
        return open("patience=15s");
    }

    StoredJournal open(String settings) {
        return StoredJournal.open(
                StateLocation.of(address(settings)), environment(), "0.1.0", new Random(1));
    }

    Tampering tampering() {
        return new Tampering(() -> connect(name));
    }

    /// Runs one statement as the server's owner.
    void on(String database, String sql) {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://localhost:%d/%s?user=%s".formatted(port, database, USER));
    }
}
