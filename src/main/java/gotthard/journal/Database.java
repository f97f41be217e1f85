package gotthard.journal;

import gotthard.action.Blob;

import org.jspecify.annotations.Nullable;

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

/// One connection to a database, each statement prepared once. Threads take turns. A connection that
/// was lost is made again when the next transaction begins.
final class Database implements AutoCloseable {
    private final Dialect dialect;
    private final Map<String, PreparedStatement> statements = new HashMap<>();
    private final ReentrantLock turn = new ReentrantLock();
    private Connection connection;

    private Database(Dialect dialect, Connection connection) {
        this.dialect = dialect;
        this.connection = connection;
    }

    static Database open(Dialect dialect) {
        try {
            return new Database(dialect, dialect.connect());
        } catch (SQLException e) {
            throw dialect.unusable(e);
        }
    }

    Dialect dialect() {
        return dialect;
    }

    /// For the dialect only.
    Connection connection() {
        return connection;
    }

    /// Does something in one transaction that nobody else writes in. It is on disk when this returns.
    <T> T write(Work<T> work) {
        return inTransaction(Dialect.Purpose.WRITING, work);
    }

    /// Does something on one state of the database.
    <T> T read(Work<T> work) {
        return inTransaction(Dialect.Purpose.READING, work);
    }

    /// Like [#write], but on disk only with the next one: for what may be lost.
    <T> T writeLazily(Work<T> work) {
        return inTransaction(Dialect.Purpose.WRITING_LAZILY, work);
    }

    private <T> T inTransaction(Dialect.Purpose purpose, Work<T> work) {
        turn.lock();
        try {
            boolean isDone = false;
            try {
                begin(purpose);
                T result = work.on(this);
                dialect.commit(this);
                isDone = true;
                return result;
            } finally {
                if (!isDone) {
                    giveUp();
                }
                if (!connection.isClosed()) {
                    dialect.settle(this, purpose);
                }
            }
        } catch (SQLException e) {
            throw dialect.unusable(e);
        } finally {
            turn.unlock();
        }
    }

    /// A connection may have been lost since the last transaction, which only its use tells.
    private void begin(Dialect.Purpose purpose) throws SQLException {
        if (!connection.isClosed()) {
            try {
                dialect.begin(this, purpose);
                return;
            } catch (SQLException e) {
                if (!dialect.isLost(e)) {
                    throw e;
                }
            }
        }
        connectAgain();
        dialect.begin(this, purpose);
    }

    private void connectAgain() throws SQLException {
        statements.clear();
        connection.close();
        connection = dialect.connect();
    }

    /// Some databases have rolled back already after some errors, so that this may find nothing to do.
    private void giveUp() throws SQLException {
        if (!connection.isClosed()) {
            try {
                dialect.rollBack(this);
            } catch (SQLException alreadyRolledBack) {
                return;
            }
        }
    }

    /// Changes whenever another connection has committed.
    long version() {
        return alone(() -> dialect.version(this));
    }

    /// Leaves nothing of what was erased.
    void forget() {
        alone(
                () -> {
                    dialect.forget(this);
                    return true;
                });
    }

    /// Asks outside of a transaction.
    <T> T alone(Query<T> query) {
        turn.lock();
        try {
            if (connection.isClosed()) {
                connectAgain();
            }
            return query.ask();
        } catch (SQLException e) {
            throw dialect.unusable(e);
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

    /// Runs a statement once for each row of values.
    void runAll(String sql, List<Object[]> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        boolean isDone = false;
        try {
            for (Object[] row : rows) {
                prepared(sql, row).addBatch();
            }
            prepared(sql).executeBatch();
            isDone = true;
        } finally {
            forgetUnless(isDone, sql);
        }
    }

    /// How many rows a statement changed.
    int changed(String sql, Object... values) throws SQLException {
        boolean isDone = false;
        try {
            int count = prepared(sql, values).executeUpdate();
            isDone = true;
            return count;
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

    /// A driver may close a statement that failed; the next use prepares it afresh.
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
            throw dialect.unusable(e);
        } finally {
            turn.unlock();
        }
    }

    /// What happens within a transaction.
    interface Work<T> {
        T on(Database database) throws SQLException;
    }

    /// What happens without one.
    interface Query<T> {
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
