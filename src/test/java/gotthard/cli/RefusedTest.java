package gotthard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Golden;
import gotthard.journal.Journal;
import gotthard.journal.RunId;
import gotthard.journal.SqliteJournal;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Random;

/// What a verb does not do, and the message that says why.
final class RefusedTest {
    @TempDir Path state;

    private void refused(String golden, Typed typed) {
        Golden.assertMatches("cli/" + golden + ".txt", new Workplace(state).neutral(typed));
    }

    @Nested
    final class Approving {
        @Test
        void needsAPersonOfTheInventory() {
            var here = new Workplace(state);
            here.type("apply", Workplace.plan("gate"));

            refused("approve-unknown-person", here.type("approve", "go", "--as", "platform-lead"));
        }

        @Test
        void needsAName() {
            refused("approve-nobody", new Workplace(state).type("approve", "go"));
        }

        @Test
        void needsAnApproval() {
            var here = new Workplace(state);
            here.type("apply", Workplace.plan("gate"));

            refused("approve-wrong-step", here.type("approve", "mark", "--as", "platform-lead-1"));
            refused("approve-no-step", here.type("approve", "goo", "--as", "platform-lead-1"));
        }

        @Test
        void needsTheRole() {
            var here = new Workplace(state);
            here.type("apply", Workplace.plan("gate"));

            refused("approve-lacks-role", here.type("approve", "go", "--as", "supervisor-1"));
        }

        @Test
        void needsARunThatGoesOn() {
            var here = new Workplace(state);
            here.type("apply", Workplace.plan("gate"));
            here.type("rollback");

            refused("approve-run-over", here.type("approve", "go", "--as", "platform-lead-1"));
        }
    }

    @Nested
    final class Applying {
        @Test
        void goesOnWithTheSameDocumentsOnly() throws IOException {
            var here = new Workplace(state);
            Path plan = state.resolve("gate.yaml");
            String text =
                    Files.readString(Path.of(Workplace.plan("gate")))
                            .replaceFirst("(?m)^  inventory: .*\n", "");
            Files.writeString(plan, text);
            String[] apply = {"apply", plan.toString(), "-i", "inventories/sandbox.yaml"};
            assertThat(here.type(apply).exit()).isEqualTo(Exit.WAITING);
            Files.writeString(plan, text.replace("marked", "noted"));

            Typed again = here.type(apply);

            assertThat(again.exit()).isEqualTo(Exit.BAD_INPUT);
            refused("apply-changed", again);
        }

        @Test
        void waitsForThePlanBefore() {
            refused(
                    "apply-too-early",
                    new Workplace(state).type("apply", "plans/10-europe-files.yaml"));
        }

        @Test
        void knowsItsInventory() {
            refused(
                    "bad-inventory",
                    new Workplace(state)
                            .type(
                                    "apply",
                                    Workplace.plan("gate"),
                                    "-i",
                                    "inventories/sandbx.yaml"));
        }

        @Test
        void knowsItsLimits() {
            var here = new Workplace(state);

            refused("bad-limit", here.type("apply", Workplace.FOUNDATION, "--limit", "zurich-1"));
            refused(
                    "limit-no-site",
                    here.type("apply", Workplace.FOUNDATION, "--limit", "site=zurich-9"));
        }

        @Test
        void reachesItsSites() {
            Typed apply = new Workplace(state).type("apply", Workplace.plan("look"), "--seed", "1");

            assertThat(apply.exit()).as(apply.transcript()).isEqualTo(Exit.FAILED);
            assertThat(apply.out())
                    .contains("zurich-1/cluster", "127.0.0.1:1", "zurich-1/status", "  → ");
        }
    }

    @Nested
    final class Finding {
        @Test
        void needsARun() {
            refused("no-run", new Workplace(state).type("status"));
        }

        @Test
        void needsOneThatIsThere() {
            var here = new Workplace(state);
            here.type("apply", Workplace.plan("gate"));

            refused("unknown-run", here.type("status", "gatt"));
        }

        @Test
        void needsOneOnly() {
            var here = new Workplace(state);
            here.type("apply", Workplace.plan("gate"));
            here.type("rollback");
            here.type("apply", Workplace.plan("gate"));

            refused("ambiguous-run", here.type("status", "gat"));
        }
    }

    @Nested
    final class TheJournal {
        @Test
        void isDamaged() throws SQLException {
            var here = new Workplace(state);
            here.type("apply", Workplace.plan("gate"));
            inDatabase("update event set body = x'7b7d' where seq = 2");

            refused("journal-damaged", here.type("status"));
        }

        @Test
        void isOfANewerTool() throws SQLException {
            var here = new Workplace(state);
            here.type("apply", Workplace.plan("gate"));
            inDatabase("update journal_version set version = 99");

            refused("journal-newer", here.type("apply", Workplace.plan("gate")));
            assertThat(here.type("status").exit()).isEqualTo(Exit.WAITING);
        }

        @Test
        void isLeasedByAnotherProcess() {
            var here = new Workplace(state);
            here.type("apply", Workplace.plan("gate"));
            var run = new RunId(here.run());
            try (Journal another = SqliteJournal.open(state, "test", new Random(1))) {
                var _ = another.acquire(run, "lead-2 on a laptop, process 4711");

                refused("journal-leased", here.type("apply", Workplace.plan("gate")));
                refused("journal-leased-rollback", here.type("rollback", "--by", "nobody"));
            }
        }

        @Test
        void canNotBeWritten() throws IOException {
            Files.writeString(state.resolve("file"), "");
            var here = new Workplace(state.resolve("file"));

            Golden.assertMatches(
                    "cli/state-unwritable.txt",
                    here.type("apply", Workplace.plan("gate"))
                            .transcript()
                            .replace(state.toString(), "STATE"));
        }

        private void inDatabase(String sql) throws SQLException {
            try (var connection =
                            DriverManager.getConnection(
                                    "jdbc:sqlite:" + state.resolve("journal.db"));
                    var statement = connection.createStatement()) {
                statement.executeUpdate(sql);
            }
        }
    }
}
