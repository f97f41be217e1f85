package gotthard.journal;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/// Makes or changes the tables. A class of its own, because to touch it is to load Flyway.
final class Migration {
    private Migration() {}

    /// @throws JournalUnusable when the tables cannot be made
    static void run(Dialect dialect, String url, String user, String password) {
        try {
            Flyway.configure(Migration.class.getClassLoader())
                    .dataSource(url, user, password)
                    .locations("classpath:gotthard/journal")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new JournalUnusable(
                    "the tables of the journal "
                            + dialect.place()
                            + " cannot be made ("
                            + e.getMessage()
                            + "); check that it can be written, or "
                            + dialect.elsewhere(),
                    e);
        }
    }
}
