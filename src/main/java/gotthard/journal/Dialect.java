package gotthard.journal;

import java.sql.Connection;
import java.sql.SQLException;

/// What one kind of database does in its own way. The statements of [Sql] are the same for all.
sealed interface Dialect permits SqliteDialect, PostgresqlDialect {
    /// What the journal is called in messages.
    String place();

    /// A connection that commits only when it is told to.
    Connection connect() throws SQLException;

    /// Begins a transaction.
    void begin(Database database, Purpose purpose) throws SQLException;

    /// Ends one that is to last.
    void commit(Database database) throws SQLException;

    /// Ends one that is not to last. The database may have done so already.
    void rollBack(Database database) throws SQLException;

    /// After a transaction, however it ended.
    void settle(Database database, Purpose purpose) throws SQLException;

    /// Changes whenever another connection has committed. Called outside of transactions.
    long version(Database database) throws SQLException;

    /// The name of the table of versions, if there is one, as one row.
    String versionTable();

    /// Makes the tables, or changes those of an older version; safe to call by several at a time.
    void migrate();

    /// Leaves nothing on disk of what was erased.
    void forget(Database database) throws SQLException;

    /// Where else to keep runs, as the end of a sentence that begins with "or".
    String elsewhere();

    /// The error as a sentence that says what to do.
    JournalUnusable unusable(SQLException e);

    /// Whether stored pages are torn.
    boolean isDamage(SQLException e);

    /// Whether the connection is gone, and another one may do.
    boolean isLost(SQLException e);

    /// What a transaction is for.
    enum Purpose {
        /// One state of the database.
        READING,
        /// Nobody else writes meanwhile, and it is on disk when it ends.
        WRITING,
        /// The same, but on disk only with the next one.
        WRITING_LAZILY
    }
}
