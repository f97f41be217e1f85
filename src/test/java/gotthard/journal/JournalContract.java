package gotthard.journal;

import static gotthard.journal.Examples.AT;
import static gotthard.journal.Examples.FILES;
import static gotthard.journal.Examples.LEAD;
import static gotthard.journal.Examples.READY;
import static gotthard.journal.Examples.RUN;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What every journal promises, on one journal and a second one that shares what is stored.
abstract class JournalContract {
    private static final RunId OTHER = new RunId("foundation-aaaaa");

    private Journal journal;
    private Journal second;

    JournalContract() {}

    /// A journal on what this test has stored so far; the caller closes it.
    abstract Journal openAnother();

    @BeforeEach
    final void open() {
        journal = openAnother();
        second = openAnother();
    }

    @AfterEach
    final void close() {
        journal.close();
        second.close();
    }

    static Lease granted(Journal.Acquired acquired) {
        assertThat(acquired).isInstanceOf(Journal.Acquired.Granted.class);
        return ((Journal.Acquired.Granted) acquired).lease();
    }

    private Lease opened(RunId run) {
        Lease lease = granted(journal.acquire(run, "first"));
        assertThat(journal.append(lease, 1, AT, List.of(Examples.opened()))).isTrue();
        return lease;
    }

    @Nested
    final class Appending {
        @Test
        void givesBackWhatWasAppendedInOrder() {
            Lease lease = opened(RUN);
            List<Event> events = new ArrayList<>(Examples.all().values());
            events.removeFirst();

            boolean appended = journal.append(lease, 2, AT, events);

            assertThat(appended).isTrue();
            List<Entry> entries = second.entries(RUN, 0);
            assertThat(entries).first().isEqualTo(new Entry(1, AT, Examples.opened()));
            assertThat(entries).extracting(Entry::event).endsWith(events.toArray(Event[]::new));
            assertThat(entries.getLast())
                    .isEqualTo(new Entry(events.size() + 1L, AT, events.getLast()));
        }

        @Test
        void givesOnlyTheEntriesAfterANumber() {
            Lease lease = opened(RUN);
            journal.append(lease, 2, AT, List.of(new Event.StepReleased(READY)));
            journal.append(lease, 3, AT, List.of(new Event.StepGivenUp(FILES)));

            List<Entry> entries = second.entries(RUN, 2);

            assertThat(entries).containsExactly(new Entry(3, AT, new Event.StepGivenUp(FILES)));
            assertThat(second.entries(RUN, 3)).isEmpty();
            assertThat(second.entries(RUN, 9)).isEmpty();
        }

        @Test
        void keepsTimeToTheMillisecond() {
            Lease lease = opened(RUN);

            journal.append(lease, 2, AT.plusNanos(4567), List.of(new Event.RunEnded(Ending.DONE)));

            assertThat(journal.entries(RUN, 1).getFirst().at()).isEqualTo(AT);
        }

        @Test
        void writesNothingWhenSomebodyElseWrote() {
            Lease lease = opened(RUN);

            boolean appended = journal.append(lease, 3, AT, List.of(new Event.StepReleased(READY)));

            assertThat(appended).isFalse();
            assertThat(journal.entries(RUN, 0)).hasSize(1);
        }

        @Test
        void refusesARunWithoutOpening() {
            Lease lease = granted(journal.acquire(RUN, "first"));

            assertThatThrownBy(
                            () ->
                                    journal.append(
                                            lease, 1, AT, List.of(new Event.StepGivenUp(READY))))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(journal.runs()).isEmpty();
        }

        @Test
        void refusesAnEventThatItDoesNotKnow() {
            Lease lease = opened(RUN);

            assertThatThrownBy(
                            () -> journal.append(lease, 2, AT, List.of(new Event.Unknown("a/1"))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("a/1");
            assertThat(journal.entries(RUN, 0)).hasSize(1);
        }
    }

    @Nested
    final class Runs {
        @Test
        void areListedTheLatestFirst() {
            opened(RUN);
            opened(OTHER);

            assertThat(second.runs()).containsExactly(OTHER, RUN);
        }

        @Test
        void areKeptApart() {
            Lease lease = opened(RUN);
            opened(OTHER);

            journal.append(lease, 2, AT, List.of(new Event.StepGivenUp(READY)));

            assertThat(second.entries(OTHER, 0)).hasSize(1);
            assertThat(second.state(OTHER).orElseThrow().last()).isEqualTo(1);
            assertThat(second.state(new RunId("nobody-00000"))).isEmpty();
        }
    }

    @Nested
    final class Leases {
        @Test
        void areHeldByOneOnly() {
            opened(RUN);

            var acquired = second.acquire(RUN, "second");

            assertThat(acquired).isEqualTo(new Journal.Acquired.Taken("first"));
            assertThat(journal.acquire(RUN, "again"))
                    .isEqualTo(new Journal.Acquired.Taken("first"));
        }

        @Test
        void nameTheirHolderToEverybodyWhileItLives() {
            Lease first = opened(RUN);
            List<Optional<String>> whileHeld = List.of(second.holder(RUN), journal.holder(RUN));

            journal.release(first);

            assertThat(whileHeld).containsOnly(Optional.of("first"));
            assertThat(second.holder(RUN)).isEmpty();
            assertThat(granted(second.acquire(RUN, "second")).fence().number())
                    .as("asking raised no fence")
                    .isEqualTo(first.fence().number() + 1);
        }

        @Test
        void riseWithEveryHolder() {
            Lease first = opened(RUN);
            journal.release(first);

            Lease next = granted(second.acquire(RUN, "second"));

            assertThat(next.fence().number()).isGreaterThan(first.fence().number());
        }

        @Test
        void allowNothingOnceGivenBack() {
            Lease first = opened(RUN);
            journal.release(first);

            boolean appended = journal.append(first, 2, AT, List.of(new Event.StepGivenUp(READY)));

            assertThat(appended).isFalse();
            assertThat(second.entries(RUN, 0)).hasSize(1);
        }

        @Test
        void areFreeWhenTheirJournalIsClosed() {
            opened(RUN);
            journal.close();

            Lease next = granted(second.acquire(RUN, "second"));

            assertThat(second.append(next, 2, AT, List.of(new Event.StepGivenUp(READY)))).isTrue();
            journal = openAnother();
        }

        @Test
        void ofOtherRunsAreFree() {
            opened(RUN);

            assertThat(second.acquire(OTHER, "second"))
                    .isInstanceOf(Journal.Acquired.Granted.class);
        }

        @Test
        void cannotBeUsedThroughAnotherJournal() {
            Lease lease = opened(RUN);

            assertThat(second.append(lease, 2, AT, List.of(new Event.StepGivenUp(READY))))
                    .isFalse();
        }
    }

    @Nested
    final class Requests {
        @Test
        void arriveInOrderAndOnlyAtTheirRun() {
            var approval = Examples.APPROVAL;
            var stop = new Request.Stop(LEAD, "storm");

            long first = second.ask(RUN, approval);
            second.ask(OTHER, stop);
            long last = second.ask(RUN, stop);

            assertThat(journal.asked(RUN, 0))
                    .containsExactly(
                            new Journal.Asked(first, approval), new Journal.Asked(last, stop));
            assertThat(journal.asked(RUN, first)).containsExactly(new Journal.Asked(last, stop));
        }

        @Test
        void changeTheVersion() {
            long before = journal.version();

            second.ask(RUN, new Request.Rollback(LEAD, "wrong"));

            assertThat(journal.version()).isNotEqualTo(before);
            assertThat(journal.version()).isEqualTo(journal.version());
        }
    }

    @Nested
    final class Progressing {
        @Test
        void showsTheLatestOfEachStep() {
            journal.progress(RUN, READY, Examples.progress(1), AT);
            journal.progress(RUN, FILES, Examples.progress(2), AT);
            journal.progress(RUN, FILES, Examples.progress(3), AT);

            assertThat(second.progress(RUN))
                    .isEqualTo(Map.of(READY, Examples.progress(1), FILES, Examples.progress(3)));
            assertThat(second.progress(OTHER)).isEmpty();
        }
    }
}
