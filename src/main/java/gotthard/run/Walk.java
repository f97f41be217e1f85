package gotthard.run;

import gotthard.journal.Ending;
import gotthard.journal.Event;
import gotthard.journal.Journal;
import gotthard.journal.Lease;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// Walks a graph. One thread decides; nothing starts before its intent is durable.
final class Walk {
    private final Decider decider;
    private final Seams seams;
    private final RunObserver observer;

    Walk(Decider decider, Seams seams, RunObserver observer) {
        this.decider = decider;
        this.seams = seams;
        this.observer = observer;
    }

    /// @param first what is heard before anything else
    Ending walk(State opened, List<Signal> first) throws InterruptedException {
        State state = opened;
        List<Signal> heard = first;
        while (true) {
            var now = seams.clock().instant().truncatedTo(ChronoUnit.MILLIS);
            Turn turn = decider.decide(state, heard, now);
            if (!turn.events().isEmpty()
                    && !seams.append(state.run().last() + 1, now, turn.events())) {
                return overtaken();
            }
            state = turn.state();
            seams.journal().keep(seams.lease(), state.run());
            observer.changed(state.run(), turn.events());
            turn.orders().forEach(seams.workers()::carryOut);
            if (turn.ending().isPresent()) {
                return turn.ending().get();
            }
            Optional<List<Signal>> next = seams.hear(turn.wake());
            if (next.isEmpty()) {
                return overtaken();
            }
            heard = next.get();
        }
    }

    private Ending overtaken() {
        seams.workers().interruptAll();
        return Ending.OVERTAKEN;
    }

    /// All that the loop touches of the world.
    record Seams(
            Journal journal, Lease lease, Workers workers, Mailbox mailbox, InstantSource clock) {
        boolean append(long expected, Instant at, List<Event> events) {
            return journal.append(lease, expected, at, events);
        }

        /// What comes next, or nothing when another process has taken the run over.
        Optional<List<Signal>> hear(Optional<Instant> wake) throws InterruptedException {
            List<Signal> heard = mailbox.take(wake);
            return journal.beat(lease) ? Optional.of(heard) : Optional.empty();
        }
    }
}
