package gotthard.journal;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

import java.nio.file.Path;

/// Makes or changes the tables. A class of its own, because to touch it is to load Flyway.
final class Migration {
    private Migration() {}

    /// @throws JournalUnusable when the tables cannot be made
    static void run(Path file) {
        try {
            Flyway.configure(Migration.class.getClassLoader())
                    .dataSource("jdbc:sqlite:" + file, "", "")
                    .locations("classpath:gotthard/journal")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new JournalUnusable(
                    "the tables of the journal "
                            + file
                            + " cannot be made ("
                            + e.getMessage()
                            + "); check the folder and the disk, or choose another folder with"
                            + " --state",
                    e);
        }
    }
}
