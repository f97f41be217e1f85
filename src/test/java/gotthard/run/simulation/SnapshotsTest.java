package gotthard.run.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.journal.Entry;
import gotthard.journal.Retold;
import gotthard.journal.RunState;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/// Wherever in a run a snapshot is kept: with what follows it, it leads to where the whole journal leads.
final class SnapshotsTest {
    private static final int RUNS = 25;

    @ParameterizedTest
    @ValueSource(longs = {0, 1000, 2000, 3000})
    void leadToTheSameAsAllEntries(long first) throws InterruptedException {
        for (long seed = first; seed < first + RUNS; seed++) {
            var simulation = new Simulation(seed, Mutant.NONE);
            simulation.run();
            List<Entry> entries = simulation.entries();
            RunState whole = RunState.replay(Simulation.RUN, entries);

            RunState state = RunState.opened(Simulation.RUN, entries.getFirst());
            for (Entry entry : entries.subList(1, entries.size())) {
                state = state.after(entry);
                RunState told = Retold.of(state);
                for (Entry later : entries.subList((int) state.last(), entries.size())) {
                    told = told.after(later);
                }

                assertThat(told).as("seed %d, after %d", seed, state.last()).isEqualTo(whole);
            }
        }
    }
}
