package gotthard.transfer.manifest;

import gotthard.transfer.Refused;

import java.io.IOException;
import java.util.Optional;

/// Two lists as one, in which the newer says what holds of a path that both have.
public final class SupersedingEntries implements Entries {
    private final Entries newer;
    private final Entries older;
    private Optional<Entry> nextNewer = Optional.empty();
    private Optional<Entry> nextOlder = Optional.empty();
    private boolean begun;

    /// Closing it closes both.
    public SupersedingEntries(Entries newer, Entries older) {
        this.newer = newer;
        this.older = older;
    }

    @Override
    public Optional<Entry> next() throws IOException, Refused {
        if (!begun) {
            begun = true;
            nextNewer = newer.next();
            nextOlder = older.next();
        }
        int order = order();
        Optional<Entry> next = order <= 0 ? nextNewer : nextOlder;
        if (order <= 0) {
            nextNewer = newer.next();
        }
        if (order >= 0) {
            nextOlder = older.next();
        }
        return next;
    }

    @Override
    public void close() throws IOException {
        newer.close();
        older.close();
    }

    private int order() {
        if (nextNewer.isEmpty() || nextOlder.isEmpty()) {
            return nextOlder.isEmpty() ? -1 : 1;
        }
        return nextNewer.get().path().compareTo(nextOlder.get().path());
    }
}
