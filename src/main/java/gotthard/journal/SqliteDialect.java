package gotthard.journal;

import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteOpenMode;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/// A SQLite file that exists: write-ahead log, every commit synced.
record SqliteDialect(Path file, Locks locks) implements Dialect {
    private static final int PATIENCE_MILLIS = 10_000;

    @Override
    public String place() {
        return file.toString();
    }

    @Override
    public Connection connect() throws SQLException {
        var config = new SQLiteConfig();
        config.setBusyTimeout(PATIENCE_MILLIS);
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        return config.createConnection("jdbc:sqlite:" + file);
    }

    @Override
    public void begin(Database database, Purpose purpose) throws SQLException {
        switch (purpose) {
            case READING -> database.run("begin");
            case WRITING -> database.run("begin immediate");
            case WRITING_LAZILY -> {
                database.run("pragma synchronous = normal");
                database.run("begin immediate");
            }
        }
    }

    @Override
    public void commit(Database database) throws SQLException {
        database.run("commit");
    }

    @Override
    public void rollBack(Database database) throws SQLException {
        database.run("rollback");
    }

    @Override
    public void settle(Database database, Purpose purpose) throws SQLException {
        if (purpose == Purpose.WRITING_LAZILY) {
            database.run("pragma synchronous = full");
        }
    }

    @Override
    public long version(Database database) throws SQLException {
        return database.first("pragma data_version").orElseThrow().number(0);
    }

    @Override
    public String versionTable() {
        return "select name from sqlite_master where type = 'table' and name = 'journal_version'";
    }

    @Override
    public void migrate() {
        locks.alone(() -> Migration.run(this, "jdbc:sqlite:" + file, "", ""));
    }

    /// Erased pages are overwritten; the log may still have them.
    @Override
    public void forget(Database database) throws SQLException {
        database.first("pragma wal_checkpoint(truncate)");
    }

    @Override
    public String elsewhere() {
        return "choose another folder with --state";
    }

    @Override
    public JournalUnusable unusable(SQLException e) {
        String what =
                switch (code(e)) {
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

    @Override
    public boolean isDamage(SQLException e) {
        return switch (code(e)) {
            case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_IOERR -> true;
            default -> false;
        };
    }

    /// A file has no connection that could be lost.
    @Override
    public boolean isLost(SQLException e) {
        return false;
    }

    private static SQLiteErrorCode code(SQLException e) {
        return SQLiteErrorCode.getErrorCode(e.getErrorCode() & 0xff);
    }
}
