package gotthard.journal;

import static gotthard.journal.Examples.AT;
import static gotthard.journal.Examples.READY;
import static gotthard.journal.Examples.RUN;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import gotthard.Golden;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Random;

final class PostgresqlJournalTest extends JournalContract {
    private final ScratchDatabase database = ScratchDatabase.fresh();

    PostgresqlJournalTest() {}

    @Override
    Journal openAnother() {
        return database.open();
    }

    private void isUnusable(String golden, String address, Map<String, String> environment) {
        JournalUnusable unusable =
                catchThrowableOfType(
                        JournalUnusable.class,
                        () ->
                                StoredJournal.open(
                                                StateLocation.of(address),
                                                environment,
                                                "0.1.0",
                                                new Random(1))
                                        .close());

        matches(golden, unusable);
    }

    private void matches(String golden, JournalUnusable unusable) {
        assertThat(unusable).as("nothing was noticed").isNotNull();
        Golden.assertMatches(
                "journal/postgresql-" + golden + ".txt",
                String.valueOf(unusable.getMessage())
                        .replaceAll("localhost:\\d+", "localhost:PORT")
                        .replaceAll("state\\d+", "STATE")
                        .replaceAll("/tmp/[^ ;]+", "FILE"));
    }

    private Lease opened(Journal journal) {
        Lease lease = granted(journal.acquire(RUN, "first"));
        assertThat(journal.append(lease, 1, AT, List.of(Examples.opened()))).isTrue();
        return lease;
    }

    private static void endConnections(ScratchDatabase database) {
        database.on(
                "postgres",
                "select pg_terminate_backend(pid) from pg_stat_activity where datname = '"
                        + database.name()
                        + "'");
    }

    @Nested
    final class Silence {
        @Test
        void ofAHolderLetsAnotherTakeOverAndNothingStaleIsAppended() {
            try (Journal first = database.open("patience=1s");
                    Journal second = database.open("patience=1s")) {
                Lease silent = opened(first);

                Lease next = granted(awaited(second));

                assertThat(next.fence().number()).isGreaterThan(silent.fence().number());
                assertThat(first.append(silent, 2, AT, List.of(new Event.StepGivenUp(READY))))
                        .isFalse();
                assertThat(first.beat(silent)).isFalse();
                assertThat(second.append(next, 2, AT, List.of(new Event.StepGivenUp(READY))))
                        .isTrue();
            }
        }

        /// As soon as the database's clock says that the first one's time is over.
        private static Journal.Acquired awaited(Journal journal) {
            Journal.Acquired acquired = journal.acquire(RUN, "second");
            while (acquired instanceof Journal.Acquired.Taken) {
                acquired = journal.acquire(RUN, "second");
            }
            return acquired;
        }

        /// Longer than the patience, which is longer than a slow disk takes for a beat.
        @Test
        void isBrokenByBeats() {
            try (Journal first = database.open("patience=4s");
                    Journal second = database.open("patience=4s")) {
                Lease lease = opened(first);
                long end = System.nanoTime() + 6_000_000_000L;

                while (System.nanoTime() < end) {
                    assertThat(first.beat(lease)).isTrue();
                    assertThat(second.acquire(RUN, "second"))
                            .isEqualTo(new Journal.Acquired.Taken("first"));
                }
            }
        }
    }

    @Nested
    final class LostConnections {
        @Test
        void areMadeAgainWithTheLeaseAndTheEntriesKept() {
            try (Journal journal = openAnother()) {
                Lease lease = opened(journal);
                long version = journal.version();

                endConnections(database);

                assertThat(journal.append(lease, 2, AT, List.of(new Event.StepGivenUp(READY))))
                        .isTrue();
                endConnections(database);
                assertThat(journal.entries(RUN, 0)).hasSize(2);
                assertThat(journal.version()).isNotEqualTo(version);
            }
        }
    }

    @Nested
    final class Unusable {
        @Test
        void whereNoServerAnswers() {
            isUnusable("down", "postgresql://gotthard@localhost:1/gotthard", Map.of());
        }

        @Test
        void whereThePasswordIsWrong() {
            database.on("postgres", "drop role if exists checked");
            database.on("postgres", "create role checked login password 'right'");
            String address =
                    database.address("currentSchema=public").replace("postgres@", "checked@");

            isUnusable("wrong-password", address, Map.of("PGPASSWORD", "wrong"));
            isUnusable("no-password", address, Map.of());
        }

        @Test
        void whereTheServerHasNoTls() {
            isUnusable("no-tls", database.address("sslmode=verify-full"), Map.of());
        }

        @Test
        void whereThereIsNoDatabase() {
            isUnusable(
                    "no-database",
                    new ScratchDatabase(database.port(), "nowhere").address("currentSchema=public"),
                    Map.of());
        }

        @Test
        void whereTheTablesAreNewer() {
            database.tampering().run("insert into journal_version (version) values (99)");

            try (Journal journal = openAnother()) {
                assertThat(journal.runs()).isEmpty();
                matches(
                        "newer-tables",
                        catchThrowableOfType(
                                JournalUnusable.class, () -> journal.acquire(RUN, "first")));
            }
        }

        @Test
        void whereNothingMayBeWritten() {
            try (Journal journal = openAnother()) {
                Lease lease = opened(journal);
                database.on(
                        "postgres",
                        "alter database "
                                + database.name()
                                + " set default_transaction_read_only = on");
                endConnections(database);

                JournalUnusable unusable =
                        catchThrowableOfType(
                                JournalUnusable.class,
                                () ->
                                        journal.append(
                                                lease,
                                                2,
                                                AT,
                                                List.of(new Event.StepGivenUp(READY))));

                matches("read-only", unusable);
                assertThat(journal.entries(RUN, 0)).hasSize(1);
            }
        }

        @Test
        void whereTheTablesCannotBeMade() {
            var empty = ScratchDatabase.empty();
            empty.on(empty.name(), "create table other (id bigint)");

            isUnusable("foreign-tables", empty.address("currentSchema=public"), Map.of());
        }
    }

    @Nested
    final class Addresses {
        @Test
        void withAPasswordAreRefused() {
            isUnusable("password-in-address", "postgresql://me:secret@db/state", Map.of());
            isUnusable("password-in-address", "postgresql://db/state?password=secret", Map.of());
        }

        @Test
        void withAnUnknownSettingAreRefused() {
            isUnusable("setting", "postgresql://db/state?socketFactory=x", Map.of());
            isUnusable("patience", "postgresql://db/state?patience=soon", Map.of());
            isUnusable("no-place", "postgresql://db", Map.of());
        }

        @Test
        void wantAServerThatProvesWhoItIsUnlessItIsThisMachine() {
            assertThat(ServerAddress.of("postgresql://db.example/state").url())
                    .isEqualTo("jdbc:postgresql://db.example:5432/state?sslmode=verify-full");
            assertThat(ServerAddress.of("jdbc:postgresql://localhost:5/state").url())
                    .isEqualTo("jdbc:postgresql://localhost:5/state?sslmode=prefer");
            assertThat(ServerAddress.of("postgresql://d/s?sslrootcert=system").url())
                    .contains("sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory");
        }
    }

    @Nested
    final class Passwords {
        private final ServerAddress address = ServerAddress.of("postgresql://me@db:5432/state");

        @Test
        void areFoundInAFileThatOnlyItsOwnerCanRead() throws IOException {
            Path file = Files.createTempFile("pass", "");
            Files.writeString(file, "# passwords\nother:*:*:*:no\ndb:5432:state:me:a\\:b\\\\c\n");
            var environment = Map.of("PGPASSFILE", file.toString());

            assertThat(Credentials.of(address, environment).password()).contains("a:b\\c");

            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
            JournalUnusable unusable =
                    catchThrowableOfType(
                            JournalUnusable.class, () -> Credentials.of(address, environment));
            matches("open-password-file", unusable);
        }

        @Test
        void areInNoText() {
            var credentials = Credentials.of(address, Map.of("PGPASSWORD", "secret"));

            assertThat(credentials.toString()).isEqualTo("me");
            assertThat(new PostgresqlDialect(address, credentials).place())
                    .doesNotContain("secret");
        }
    }
}
