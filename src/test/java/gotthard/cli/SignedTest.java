package gotthard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Golden;
import gotthard.journal.Event;
import gotthard.journal.Journal;
import gotthard.journal.RunId;
import gotthard.journal.RunState;
import gotthard.journal.SqliteJournal;
import gotthard.signing.SshKeygen;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/// Keys, and approvals signed with them, as people type them; on sites that are no sandbox, which has keys of its own.
final class SignedTest {
    private static final String PLAN =
            """
            apiVersion: gotthard/v1
            kind: Plan
            metadata: {name: gate, owner: platform, title: "People decide"}
            spec:
              inventory: inventory.yaml
              steps:
                - {id: go, action: approve, with: {oneOfEach: [lead], quorum: {people: 2, of: [lead, supervisor]}}}
            """;

    @TempDir Path state;

    private Workplace here = new Workplace(Path.of(""));
    private Path key = Path.of("");
    private Path other = Path.of("");

    @BeforeEach
    void makeKeys() throws IOException {
        here = new Workplace(state.resolve("state"));
        key = state.resolve("key");
        other = state.resolve("other");
        list(make(key), make(other));
    }

    private static String make(Path file) {
        return Typed.command("key", "new", "--out", file.toString(), "--quiet").out().strip();
    }

    private void list(String lead, String supervisor) throws IOException {
        Files.writeString(
                state.resolve("inventory.yaml"),
                """
                    apiVersion: gotthard/v1
                    kind: Inventory
                    metadata: {name: real}
                    spec:
                      sites: {moscow: {country: RU}}
                      roles: [lead, supervisor]
                      people:
                        lead-1: {roles: [lead], keys: ["%s"]}
                        supervisor-1: {roles: [supervisor], keys: ["%s"]}
                    """
                        .formatted(lead, supervisor));
        Files.writeString(state.resolve("plan.yaml"), PLAN);
    }

    private Typed apply() {
        return here.type("apply", state.resolve("plan.yaml").toString());
    }

    private Typed approve(String person, Path with) {
        return here.type("approve", "go", "--as", person, "--key", with.toString());
    }

    private void golden(String name, Typed typed) {
        Golden.assertMatches(
                "cli/" + name + ".txt",
                here.neutral(typed)
                        .replaceAll("(?m)^(HH:MM:SS|RUN: |goes on).*\n", "")
                        .replace(state.toString(), "FOLDER")
                        .replaceAll("SHA256:[A-Za-z0-9+/]{43}", "SHA256:KEY")
                        .replaceAll("AAAA[A-Za-z0-9+/]{64}", "AAAA…")
                        .replaceAll("(ssh-ed25519 AAAA…) [a-z0-9_-]+", "$1 SOMEBODY"));
    }

    @Nested
    class Key {
        @Test
        void isMadeAndShown() {
            golden("key-new", Typed.command("key", "new", "--out", state.resolve("k").toString()));
            golden(
                    "key-show",
                    Typed.command("key", "show", "--key", state.resolve("k").toString()));
        }

        @Test
        void isNeverReplacedAndNobodyElses() throws IOException {
            golden("key-exists", Typed.command("key", "new", "--out", key.toString()));
            Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
            golden("key-open", Typed.command("key", "show", "--key", key.toString()));
            golden("key-missing", Typed.command("key", "show", "--key", key + "-9"));
            golden("key-word", Typed.command("key", "shw"));
        }
    }

    @Nested
    class Approving {
        @Test
        void opensTheGateOnceAllHaveSigned() {
            golden("approve-wanted", apply());

            golden("approve-signed", approve("lead-1", key));
            golden("approve-one-more", apply());
            assertThat(approve("supervisor-1", other).exit()).isEqualTo(Exit.DONE);

            Typed done = apply();
            assertThat(done.exit()).as(done.transcript()).isEqualTo(Exit.DONE);
        }

        @Test
        void needsAKey() {
            apply();

            golden("approve-no-key", here.type("approve", "go", "--as", "lead-1"));
        }

        @Test
        void needsTheKeyOfThePerson() {
            apply();

            golden("approve-key-not-listed", approve("lead-1", other));
        }

        @Test
        void needsAStatementWithItsSignature() {
            apply();

            golden(
                    "approve-no-signature",
                    here.type("approve", "go", "--as", "lead-1", "--statement", "go.json"));
        }

        @Test
        void countsForOnePersonOnce() {
            apply();
            approve("lead-1", key);
            apply();

            golden("approve-twice", approve("lead-1", key));
        }
    }

    @Nested
    @DisabledIf(
            value = "gotthard.signing.SshKeygen#isMissing",
            disabledReason = "there is no /usr/bin/ssh-keygen")
    class WithSshKeygen {
        @Test
        void opensTheGateToo() throws Exception {
            var tool = new SshKeygen(state);
            list(tool.makeKey(), make(state.resolve("third")));
            apply();
            Path statement = state.resolve("go.json");
            golden(
                    "approve-statement",
                    here.type(
                            "approve",
                            "go",
                            "--as",
                            "lead-1",
                            "--print-statement",
                            statement.toString()));
            Path signature = tool.sign(statement, "gotthard");
            String[] handIn = {
                "approve",
                "go",
                "--as",
                "lead-1",
                "--statement",
                statement.toString(),
                "--signature",
                signature.toString()
            };

            Typed approved = here.type(handIn);

            assertThat(approved.exit()).as(approved.transcript()).isEqualTo(Exit.DONE);
            golden("approve-one-more", apply());
            golden("approve-replayed", here.type(handIn));
            Files.writeString(statement, Files.readString(statement).replace("lead-1", "lead-9"));
            golden("approve-other-statement", here.type(handIn));
        }
    }

    @Nested
    class TheLoopsAnswer {
        @Test
        void reachesWhoeverAsked() throws InterruptedException {
            apply();
            try (Journal journal =
                    SqliteJournal.open(state.resolve("state"), "test", new Random(1))) {
                RunId run = journal.runs().getFirst();
                var lease = ((Journal.Acquired.Granted) journal.acquire(run, "a test")).lease();
                RunState waiting = journal.state(run).orElseThrow();
                var resumed = new Event.RunResumed("test", "a test");
                journal.append(lease, waiting.last() + 1, Instant.now(), List.of(resumed));
                RunState before = journal.state(run).orElseThrow();
                var stop =
                        new gotthard.journal.Request.Stop(
                                new gotthard.inventory.PersonName("lead-1"), "storm");
                long row = journal.ask(run, stop);
                var refused = new Event.RequestRefused(row, stop, "no; because");
                journal.append(lease, before.last() + 1, Instant.now(), List.of(refused));

                assertThat(Answer.to(journal, before, row)).contains("no; because");
                assertThat(Answer.to(journal, waiting, row)).isEmpty();
            }
        }
    }
}
