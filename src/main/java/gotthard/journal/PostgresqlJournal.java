package gotthard.journal;

import java.util.Map;
import java.util.random.RandomGenerator;

/// The journal of a PostgreSQL database, which coordinators on several machines share.
final class PostgresqlJournal {
    private PostgresqlJournal() {}

    static StoredJournal open(
            ServerAddress address,
            Map<String, String> environment,
            String toolVersion,
            RandomGenerator salts) {
        var dialect = new PostgresqlDialect(address, Credentials.of(address, environment));
        return StoredJournal.on(
                dialect,
                database -> new RowLeases(database, address.patience()),
                new StoredJournal.Tool(toolVersion, salts, Upcasts.SHIPPED));
    }
}
