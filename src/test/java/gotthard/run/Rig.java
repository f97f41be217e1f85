package gotthard.run;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.journal.Ending;
import gotthard.journal.MemoryJournal;
import gotthard.journal.RunId;
import gotthard.journal.RunState;
import gotthard.secret.Secrets;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Runs with real threads, a journal in memory, and sites that are a map.
final class Rig {
    final Map<String, String> world = ThingAction.emptyWorld();
    final List<String> calls = ThingAction.noCalls();
    final MemoryJournal journal = MemoryJournal.alone();
    final Time time = new Time();
    final Runs runs =
            new Runs(
                    new Runs.Tools(
                            journal,
                            new Secrets(Map.of()),
                            time,
                            new RunIds(new Random(7)),
                            "test",
                            "a test"));

    /// The system's, and what a test lets pass at once.
    static final class Time implements InstantSource {
        private volatile Duration ahead = Duration.ZERO;

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }

        void pass(Duration more) {
            ahead = ahead.plus(more);
        }
    }

    ThingAction thing(String name) {
        return new ThingAction(world, name, calls);
    }

    static Running ready(Start start) {
        assertThat(start).isInstanceOf(Start.Ready.class);
        return ((Start.Ready) start).running();
    }

    Ending go(Start start) throws InterruptedException {
        return go(start, Options.USUAL);
    }

    Ending go(Start start, Options options) throws InterruptedException {
        try (Running running = ready(start)) {
            return running.go(options, RunObserver.NONE);
        }
    }

    RunState state() {
        RunId id = journal.runs().getFirst();
        return journal.state(id).orElseThrow();
    }
}
