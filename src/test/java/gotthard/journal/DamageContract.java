package gotthard.journal;

import static gotthard.journal.Examples.AT;
import static gotthard.journal.Examples.RUN;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import gotthard.Golden;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// A journal that is not what was written says so, with its place.
abstract class DamageContract {
    private Tampering tampering;

    DamageContract() {}

    /// A journal on what this test has stored so far; the caller closes it.
    abstract StoredJournal open();

    abstract Tampering tampering();

    @BeforeEach
    final void writeARunOfFiveEntries() {
        tampering = tampering();
        write(
                List.of(
                        Examples.opened(),
                        Examples.all().get("step.intended-inline"),
                        Examples.all().get("step.ended-changed"),
                        Examples.all().get("step.verified-holds"),
                        Examples.all().get("run.ended")));
    }

    final void write(List<Event> events) {
        try (var journal = open()) {
            Lease lease = JournalContract.granted(journal.acquire(RUN, "first"));
            long next = journal.entries(RUN, 0).size() + 1L;
            assertThat(journal.append(lease, next, AT, events)).isTrue();
        }
    }

    private void isDamaged(long seq, String golden) {
        try (var journal = open()) {
            Damaged damaged = catchThrowableOfType(Damaged.class, () -> journal.entries(RUN, 0));

            assertThat(damaged).as("nothing was noticed").isNotNull();
            assertThat(damaged.run()).isEqualTo(RUN);
            assertThat(damaged.seq()).isEqualTo(seq);
            Golden.assertMatches("journal/damaged-" + golden + ".txt", damaged.getMessage());
        }
    }

    @Test
    void anEditedBody() {
        String body =
                new String(
                        tampering.bytes("select body from event where seq = 2"),
                        StandardCharsets.UTF_8);

        tampering.run(
                "update event set body = ? where seq = 2",
                body.replace("\"attempt\":2", "\"attempt\":1").getBytes(StandardCharsets.UTF_8));

        isDamaged(2, "edited");
    }

    @Test
    void aTornBody() {
        tampering.run("update event set body = substr(body, 1, 20) where seq = 3");

        isDamaged(3, "torn");
    }

    @Test
    void anEditedKind() {
        tampering.run("update event set kind = 'step.undone/1' where seq = 3");

        isDamaged(3, "kind");
    }

    @Test
    void aMissingEntry() {
        tampering.run("delete from event where seq = 3");

        isDamaged(3, "missing");
    }

    @Test
    void aMissingEntryWithTheOthersMovedUp() {
        tampering.run("delete from event where seq = 3");
        tampering.run("update event set seq = seq - 1 where seq > 3");

        isDamaged(3, "moved-up");
    }

    @Test
    void twoEntriesInEachOthersPlace() {
        tampering.run("update event set seq = 99 where seq = 3");
        tampering.run("update event set seq = 3 where seq = 4");
        tampering.run("update event set seq = 4 where seq = 99");

        isDamaged(3, "reordered");
    }

    @Test
    void aRemovedEnd() {
        tampering.run("delete from event where seq >= 4");

        isDamaged(4, "end-removed");
    }

    @Test
    void aRemovedEndAndAnEditedHead() {
        tampering.run("delete from event where seq >= 4");
        tampering.run("update run set last = 3");

        isDamaged(3, "head-edited");
    }

    @Test
    void allEntriesRemoved() {
        tampering.run("delete from event");

        isDamaged(1, "all-removed");
    }

    @Test
    void aRemovedHead() {
        tampering.run("delete from run");

        isDamaged(1, "head-removed");
    }

    @Test
    void anAddedEntry() {
        byte[] chain = tampering.bytes("select chain from event where seq = 5");
        byte[] body = {'{', '}'};
        tampering.run(Sql.NEW_EVENT, RUN.value(), 6L, "run.ended/1", body, Chain.next(chain, body));

        isDamaged(6, "added");
    }

    @Test
    void editedWords() {
        tampering.run("update blob set content = ?, coding = 0 where seq = 2", new byte[20]);

        isDamaged(2, "words-edited");
    }

    @Test
    void tornWords() {
        tampering.run("update blob set content = substr(content, 1, 50) where seq = 1");

        isDamaged(1, "words-torn");
    }

    @Test
    void missingWords() {
        tampering.run("delete from blob where seq = 4");

        isDamaged(4, "words-missing");
    }

    @Test
    void anotherRunsEntries() {
        var other = new RunId("europe-files-aaaaa");
        for (String table : List.of("run", "event", "blob")) {
            tampering.run("update " + table + " set run = ?", other.value());
        }

        try (var journal = open()) {
            Damaged damaged = catchThrowableOfType(Damaged.class, () -> journal.entries(other, 0));

            Golden.assertMatches("journal/damaged-other-run.txt", damaged.getMessage());
        }
    }
}
