package gotthard.journal;

/// Brings a database to this version's tables. A look at one row tells whether there is anything to
/// do, so that Flyway, which takes most of a second to load, is loaded for a new database or an old
/// one only.
final class Schema {
    /// The number of the last migration in `gotthard/journal`; each migration puts its own into
    /// `journal_version`.
    static final long VERSION = 1;

    private Schema() {}

    /// @throws JournalUnusable when a newer version of this tool made the tables
    static void bringUpToDate(Database database, Locks locks) {
        long found = version(database);
        if (found < VERSION) {
            locks.alone(() -> Migration.run(database.file()));
            found = version(database);
        }
        if (found > VERSION) {
            throw new JournalUnusable(
                    "the journal "
                            + database.file()
                            + " has the tables of a newer gotthard (version "
                            + found
                            + ", this one knows "
                            + VERSION
                            + "); use the newer gotthard, or another folder with --state");
        }
    }

    /// 0 for an empty database.
    private static long version(Database database) {
        return database.read(
                it -> {
                    boolean isThere =
                            it.first(
                                            "select name from sqlite_master where type = 'table' and"
                                                    + " name = 'journal_version'")
                                    .isPresent();
                    if (!isThere) {
                        return 0L;
                    }
                    return it.first("select max(version) from journal_version")
                            .map(row -> row.number(0))
                            .orElse(0L);
                });
    }
}
