package gotthard.journal;

import static gotthard.journal.Examples.AT;
import static gotthard.journal.Examples.RUN;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Golden;
import gotthard.action.Blob;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/// A snapshot loses nothing, whatever has happened.
final class SnapshotTest {
    private static List<Entry> everything() {
        List<Entry> entries = new ArrayList<>();
        for (Event event : Examples.all().values()) {
            entries.add(new Entry(entries.size() + 1L, AT, event));
        }
        return entries;
    }

    @Test
    void givesBackEveryStateThatEveryEventLeadsTo() {
        List<Entry> entries = everything();
        RunState whole = RunState.replay(RUN, entries);

        RunState state = RunState.opened(RUN, entries.getFirst());
        for (int after = 1; after < entries.size(); after++) {
            state = state.after(entries.get(after));

            RunState retold = Retold.of(state);

            assertThat(retold).as("after entry " + (after + 1)).isEqualTo(state);
            assertThat(retold.after(entries.subList(after + 1, entries.size()))).isEqualTo(whole);
        }
    }

    /// Where this file changes, the format is another, and its number must rise.
    @Test
    void hasTheBytesOfItsFormat() {
        RunState state = RunState.replay(RUN, everything());

        Snapshot snapshot = Snapshot.of(state, Blob.of(Chain.START), "0.1.0");

        Golden.assertMatches(
                "journal/snapshot.txt", snapshot.maker() + "\n" + snapshot.content().text() + "\n");
    }
}
