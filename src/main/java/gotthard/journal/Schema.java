package gotthard.journal;

/// Brings a database to this version's tables. A look at one row tells whether there is anything to
/// do, so that Flyway, which takes most of a second to load, is loaded for a new database or an old
/// one only.
final class Schema {
    /// The number of the last migration in `gotthard/journal`; each migration puts its own into
    /// `journal_version`.
    static final long VERSION = 3;

    private Schema() {}

    /// Makes what is missing. Tables of a newer version are left alone: a migration only adds, so that they can be read.
    static void bringUpToDate(Database database) {
        if (version(database) < VERSION) {
            database.dialect().migrate();
        }
    }

    /// @throws JournalUnusable when a newer version of this tool made the tables
    static void checkWritable(Database database) {
        long found = version(database);
        if (found > VERSION) {
            throw new JournalUnusable(
                    "the journal "
                            + database.dialect().place()
                            + " has the tables of a newer gotthard (version "
                            + found
                            + ", this one knows "
                            + VERSION
                            + "), which this one can show (gotthard status) but not write; use the newer gotthard, or "
                            + database.dialect().elsewhere());
        }
    }

    /// 0 for an empty database.
    private static long version(Database database) {
        return database.read(
                it -> {
                    boolean isThere = it.first(database.dialect().versionTable()).isPresent();
                    if (!isThere) {
                        return 0L;
                    }
                    return it.first("select max(version) from journal_version")
                            .map(row -> row.number(0))
                            .orElse(0L);
                });
    }
}
