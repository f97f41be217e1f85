package gotthard.journal;

import gotthard.action.Blob;

import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteOpenMode;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// One connection to a SQLite file: write-ahead log, every commit synced, each statement prepared
/// once. Threads take turns.
final class Database implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 10_000;

    private final Path file;
    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new HashMap<>();
    private final ReentrantLock turn = new ReentrantLock();

    private Database(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    /// Opens a file that exists.
    static Database open(Path file) {
        var config = new SQLiteConfig();
        config.setBusyTimeout(PATIENCE_MILLIS);
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        try {
            return new Database(file, config.createConnection("jdbc:sqlite:" + file));
        } catch (SQLException e) {
            throw unusable(file, e);
        }
    }

    Path file() {
        return file;
    }

    /// Does something in one transaction that nobody else writes in. It is on disk when this returns.
    <T> T write(Work<T> work) {
        return inTransaction("begin immediate", work);
    }

    /// Does something on one state of the database.
    <T> T read(Work<T> work) {
        return inTransaction("begin", work);
    }

    /// Like [#write], but on disk only with the next one: for what may be lost.
    <T> T writeLazily(Work<T> work) {
        turn.lock();
        try {
            run("pragma synchronous = normal");
            try {
                return inTransaction("begin immediate", work);
            } finally {
                run("pragma synchronous = full");
            }
        } catch (SQLException e) {
            throw unusable(file, e);
        } finally {
            turn.unlock();
        }
    }

    private <T> T inTransaction(String begin, Work<T> work) {
        turn.lock();
        try {
            run(begin);
            boolean isDone = false;
            try {
                T result = work.on(this);
                run("commit");
                isDone = true;
                return result;
            } finally {
                if (!isDone) {
                    giveUp();
                }
            }
        } catch (SQLException e) {
            throw unusable(file, e);
        } finally {
            turn.unlock();
        }
    }

    /// SQLite has rolled back already after some errors, so that this may find nothing to do.
    private void giveUp() throws SQLException {
        if (!connection.isClosed()) {
            try {
                run("rollback");
            } catch (SQLException alreadyRolledBack) {
                return;
            }
        }
    }

    /// Changes whenever another connection has committed.
    long dataVersion() {
        return alone(() -> first("pragma data_version").orElseThrow().number(0));
    }

    /// Leaves nothing of what was erased in the write-ahead log.
    void shrinkLog() {
        alone(() -> first("pragma wal_checkpoint(truncate)"));
    }

    void limitPages(int pages) {
        alone(() -> first("pragma max_page_count = " + pages));
    }

    private <T> T alone(Query<T> query) {
        turn.lock();
        try {
            return query.ask();
        } catch (SQLException e) {
            throw unusable(file, e);
        } finally {
            turn.unlock();
        }
    }

    void run(String sql, Object... values) throws SQLException {
        boolean isDone = false;
        try {
            prepared(sql, values).execute();
            isDone = true;
        } finally {
            forgetUnless(isDone, sql);
        }
    }

    Optional<Row> first(String sql, Object... values) throws SQLException {
        List<Row> rows = new ArrayList<>();
        each(sql, rows::add, values);
        return rows.stream().findFirst();
    }

    /// Hands over the rows one by one.
    void each(String sql, Receiver receiver, Object... values) throws SQLException {
        boolean isDone = false;
        try (ResultSet results = prepared(sql, values).executeQuery()) {
            int columns = results.getMetaData().getColumnCount();
            while (results.next()) {
                List<@Nullable Object> row = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    row.add(results.getObject(column));
                }
                receiver.take(new Row(row));
            }
            isDone = true;
        } finally {
            forgetUnless(isDone, sql);
        }
    }

    /// The driver closes a statement that failed; the next use prepares it afresh.
    private void forgetUnless(boolean isDone, String sql) {
        if (!isDone) {
            statements.remove(sql);
        }
    }

    private PreparedStatement prepared(String sql, Object... values) throws SQLException {
        PreparedStatement statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i] instanceof Blob blob ? blob.bytes() : values[i]);
        }
        return statement;
    }

    @Override
    public void close() {
        turn.lock();
        try {
            connection.close();
        } catch (SQLException e) {
            throw unusable(file, e);
        } finally {
            turn.unlock();
        }
    }

    /// The SQLite error as a sentence that says what to do.
    static JournalUnusable unusable(Path file, SQLException e) {
        SQLiteErrorCode code = SQLiteErrorCode.getErrorCode(e.getErrorCode() & 0xff);
        String what =
                switch (code) {
                    case SQLITE_FULL ->
                            "the disk that holds the journal "
                                    + file
                                    + " is full; free some space and run the same command again,"
                                    + " nothing that was recorded is lost";
                    case SQLITE_READONLY, SQLITE_PERM, SQLITE_CANTOPEN ->
                            "the journal "
                                    + file
                                    + " cannot be written; make the file and its folder writable for"
                                    + " you, or choose another folder with --state";
                    case SQLITE_BUSY, SQLITE_LOCKED ->
                            "another process has kept the journal "
                                    + file
                                    + " locked for 10 seconds; end it, then run the same command"
                                    + " again";
                    case SQLITE_CORRUPT, SQLITE_NOTADB ->
                            "the journal "
                                    + file
                                    + " is no intact database; restore it from a backup, or move it"
                                    + " away and verify what its runs left at the sites";
                    default ->
                            "the journal "
                                    + file
                                    + " failed ("
                                    + e.getMessage()
                                    + "); check the disk, then run the same command again";
                };
        return new JournalUnusable(what, e);
    }

    static boolean isBroken(JournalUnusable unusable) {
        return unusable.getCause() instanceof SQLException e
                && (isCode(e, SQLiteErrorCode.SQLITE_CORRUPT)
                        || isCode(e, SQLiteErrorCode.SQLITE_NOTADB)
                        || isCode(e, SQLiteErrorCode.SQLITE_IOERR));
    }

    private static boolean isCode(SQLException e, SQLiteErrorCode code) {
        return (e.getErrorCode() & 0xff) == code.code;
    }

    /// What happens within a transaction.
    interface Work<T> {
        T on(Database database) throws SQLException;
    }

    /// What happens without one.
    private interface Query<T> {
        T ask() throws SQLException;
    }

    /// Takes the rows of a query.
    interface Receiver {
        void take(Row row) throws SQLException;
    }

    /// A row of a query's result; what is not of the type asked for was damaged.
    record Row(List<@Nullable Object> values) {
        long number(int column) {
            if (values.get(column) instanceof Number number) {
                return number.longValue();
            }
            throw new Unreadable("a number is missing");
        }

        String text(int column) {
            if (values.get(column) instanceof String text) {
                return text;
            }
            throw new Unreadable("a text is missing");
        }

        Blob blob(int column) {
            if (values.get(column) instanceof byte[] bytes) {
                return Blob.of(bytes);
            }
            throw new Unreadable("its bytes are missing");
        }

        /// Whether an outer join found nothing for this column.
        boolean isMissing(int column) {
            return values.get(column) == null;
        }
    }
}
