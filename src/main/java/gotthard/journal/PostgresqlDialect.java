package gotthard.journal;

import org.postgresql.Driver;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.postgresql.util.PSQLState;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;

/// A PostgreSQL server. One transaction of all journals writes at a time, which an advisory lock sees
/// to; a process that stops in the middle of one loses its connection, and the others go on. Not for
/// several threads.
final class PostgresqlDialect implements Dialect {
    private static final String CHANNEL = "gotthard_journal";

    /// The lock ends with its transaction; its name is a number of our own and one for each schema.
    /// Those who listen hear of the transaction when it has lasted.
    private static final String ALONE =
            "select pg_advisory_xact_lock(1735357556, hashtext(current_schema())),"
                    + " pg_notify('"
                    + CHANNEL
                    + "', '')";

    private final ServerAddress server;
    private final Credentials credentials;
    private boolean listens;
    private long heard;

    PostgresqlDialect(ServerAddress server, Credentials credentials) {
        this.server = server;
        this.credentials = credentials;
    }

    @Override
    public String place() {
        return server.toString();
    }

    /// A new connection has missed what was said before it listened.
    @Override
    public Connection connect() throws SQLException {
        listens = false;
        heard++;
        var properties = new Properties();
        properties.setProperty("user", credentials.user());
        credentials.password().ifPresent(word -> properties.setProperty("password", word));
        properties.setProperty("ApplicationName", "gotthard");
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("socketTimeout", "60");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("defaultRowFetchSize", "1000");
        properties.setProperty(
                "options",
                "-c idle_in_transaction_session_timeout=5s -c lock_timeout=10s"
                        + " -c synchronous_commit=on");
        Connection connection = new Driver().connect(server.url(), properties);
        if (connection == null) {
            throw new IllegalStateException("the driver does not take " + server.url());
        }
        connection.setAutoCommit(false);
        return connection;
    }

    /// The driver begins the transaction with the first statement.
    @Override
    public void begin(Database database, Purpose purpose) throws SQLException {
        switch (purpose) {
            case READING ->
                    database.run("set transaction isolation level repeatable read read only");
            case WRITING -> database.first(ALONE);
            case WRITING_LAZILY -> {
                database.run("set local synchronous_commit = off");
                database.first(ALONE);
            }
        }
    }

    @Override
    public void commit(Database database) throws SQLException {
        database.connection().commit();
    }

    @Override
    public void rollBack(Database database) throws SQLException {
        database.connection().rollback();
    }

    @Override
    public void settle(Database database, Purpose purpose) {}

    /// Counts what other connections have said.
    @Override
    public long version(Database database) throws SQLException {
        if (!listens) {
            database.run("listen " + CHANNEL);
            database.connection().commit();
            listens = true;
            heard++;
        }
        PGConnection connection = database.connection().unwrap(PGConnection.class);
        PGNotification[] said = connection.getNotifications();
        if (said != null) {
            for (PGNotification one : said) {
                if (one.getPID() != connection.getBackendPID()) {
                    heard++;
                }
            }
        }
        return heard;
    }

    @Override
    public String versionTable() {
        return "select table_name from information_schema.tables"
                + " where table_schema = current_schema() and table_name = 'journal_version'";
    }

    /// Flyway lets one do it at a time.
    @Override
    public void migrate() {
        Migration.run(this, server.url(), credentials.user(), credentials.password().orElse(""));
    }

    /// Rewrites the tables, so that what was erased is in none of their pages.
    @Override
    public void forget(Database database) throws SQLException {
        database.connection().setAutoCommit(true);
        try {
            database.run("vacuum full blob");
            database.run("vacuum full inbox");
            database.run("vacuum full progress");
        } finally {
            database.connection().setAutoCommit(false);
        }
    }

    @Override
    public String elsewhere() {
        return "name another database with --state";
    }

    @Override
    public JournalUnusable unusable(SQLException e) {
        return new JournalUnusable(PostgresqlErrors.sentence(server, credentials, e), e);
    }

    @Override
    public boolean isDamage(SQLException e) {
        return PostgresqlErrors.state(e).startsWith("XX00");
    }

    @Override
    public boolean isLost(SQLException e) {
        String state = PostgresqlErrors.state(e);
        return PSQLState.isConnectionError(state)
                || state.startsWith("57P0")
                || state.equals("25P03");
    }
}
