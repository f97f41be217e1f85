package gotthard.journal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.random.RandomGenerator;

/// The journal of one folder: a SQLite database, and locks of the operating system for the leases.
public final class SqliteJournal {
    private SqliteJournal() {}

    /// Opens the journal of a folder, such as `.gotthard`, and makes both when they are missing.
    ///
    /// @param toolVersion of this program, for messages
    /// @param salts where unguessable numbers come from: a `SecureRandom`
    /// @throws JournalUnusable when a person has to mend something first
    public static StoredJournal open(Path stateFolder, String toolVersion, RandomGenerator salts) {
        return open(stateFolder, toolVersion, salts, Upcasts.SHIPPED);
    }

    static StoredJournal open(
            Path stateFolder, String toolVersion, RandomGenerator salts, Upcasts upcasts) {
        StateFolder folder = StateFolder.at(stateFolder);
        var locks = new Locks(folder.locks());
        return StoredJournal.on(
                new SqliteDialect(folder.database(), locks),
                database -> new FileLeases(database, locks),
                new StoredJournal.Tool(toolVersion, salts, upcasts));
    }

    /// Whether a folder has a journal, so that who only reads need not make one.
    public static boolean isAt(Path stateFolder) {
        return Files.exists(new StateFolder(stateFolder).database());
    }
}
