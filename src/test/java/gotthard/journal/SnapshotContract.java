package gotthard.journal;

import static gotthard.journal.Examples.AT;
import static gotthard.journal.Examples.FILES;
import static gotthard.journal.Examples.RUN;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gotthard.action.Checkpoint;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Who only looks is spared what lies before a snapshot, and sees the same as who replays all.
abstract class SnapshotContract {
    private static final int BEFORE = 1100;
    private static final int AFTER = 7;

    SnapshotContract() {}

    /// A journal on what this test has stored so far; the caller closes it.
    abstract StoredJournal open();

    abstract Tampering tampering();

    @BeforeEach
    final void writeARunWithASnapshotAndWhatFollowed() {
        try (var journal = open()) {
            Lease lease = JournalContract.granted(journal.acquire(RUN, "first"));
            List<Event> events = new ArrayList<>(List.of(Examples.opened()));
            events.add(Examples.all().get("step.intended-inline"));
            for (int i = events.size(); i < BEFORE; i++) {
                events.add(new Event.StepCheckpointed(FILES, new Checkpoint("part " + i)));
            }
            journal.append(lease, 1, AT, events);
            journal.keep(lease, journal.state(RUN).orElseThrow());
            journal.append(lease, BEFORE + 1L, AT, after());
        }
    }

    private static List<Event> after() {
        List<Event> events = new ArrayList<>();
        for (int i = 1; i < AFTER; i++) {
            events.add(new Event.StepCheckpointed(FILES, new Checkpoint("further " + i)));
        }
        events.add(Examples.all().get("step.ended-changed"));
        return events;
    }

    private void editTheSecondEntry() {
        tampering()
                .run(
                        "update event set body = ? where seq = 2",
                        (Object) "{}".getBytes(StandardCharsets.UTF_8));
    }

    /// An entry before the snapshot was edited, which only who replays it can notice.
    private void isReplayed() {
        editTheSecondEntry();
        try (var journal = open()) {
            assertThatThrownBy(() -> journal.glance(RUN)).isInstanceOf(Damaged.class);
        }
    }

    @Test
    void showsTheSameAsAFullReplay() {
        try (var journal = open()) {
            Optional<RunState> seen = journal.glance(RUN);

            assertThat(seen).isEqualTo(journal.state(RUN)).isPresent();
            assertThat(seen.orElseThrow().last()).isEqualTo(BEFORE + AFTER);
        }
    }

    @Test
    void sparesWhatLiesBeforeIt() {
        editTheSecondEntry();

        try (var journal = open()) {
            assertThat(journal.glance(RUN).orElseThrow().last()).isEqualTo(BEFORE + AFTER);
            assertThatThrownBy(() -> journal.state(RUN)).isInstanceOf(Damaged.class);
        }
    }

    @Test
    void verifiesWhatFollowsIt() {
        tampering()
                .run(
                        "update event set body = ? where seq = ?",
                        "{}".getBytes(StandardCharsets.UTF_8),
                        BEFORE + 2L);

        try (var journal = open()) {
            assertThatThrownBy(() -> journal.glance(RUN)).isInstanceOf(Damaged.class);
        }
    }

    @Test
    void isNotUsedWhenItWasEdited() {
        byte[] content = tampering().bytes("select content from snapshot");
        content[content.length / 2] ^= 1;
        tampering().run("update snapshot set content = ?", (Object) content);

        isReplayed();
    }

    @Test
    void isNotUsedWhenItSaysAnotherEntry() {
        tampering().run("update snapshot set seq = seq - 1");

        isReplayed();
    }

    @Test
    void isNotUsedWhenItsEntryIsAnotherNow() {
        tampering().run("update event set chain = ? where seq = ?", new byte[32], (long) BEFORE);

        isReplayed();
    }

    @Test
    void isNotUsedWhenAnotherVersionMadeIt() {
        tampering().run("update snapshot set maker = '1 0.2.0'");

        isReplayed();
    }

    @Test
    void isNotUsedWhenItIsOfAnotherRun() {
        tampering().run("update snapshot set run = 'europe-files-zzzzz'");

        isReplayed();
    }

    @Test
    void isNotKeptByWhoHasLostTheRun() {
        byte[] kept = tampering().bytes("select content from snapshot");
        try (var journal = open()) {
            Lease lease = JournalContract.granted(journal.acquire(RUN, "second"));
            var overtaken = new Lease(RUN, new gotthard.action.Fence(lease.fence().number() - 1));
            tampering().run("update snapshot set maker = 'of old'");
            journal.keep(overtaken, journal.state(RUN).orElseThrow());

            assertThat(tampering().bytes("select content from snapshot")).isEqualTo(kept);
        }
    }

    @Test
    void isErasedWithTheWordsOfItsRun() {
        try (var journal = open()) {
            journal.erase(RUN);

            assertThat(journal.glance(RUN)).isEqualTo(journal.state(RUN));
        }
        assertThat(tampering().run("delete from snapshot")).isZero();
    }
}
