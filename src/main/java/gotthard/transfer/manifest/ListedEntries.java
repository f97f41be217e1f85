package gotthard.transfer.manifest;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// Entries that are in memory.
public final class ListedEntries implements Entries {
    private final Iterator<Entry> entries;

    /// In the order of the list, which is that of their paths.
    public ListedEntries(List<Entry> entries) {
        this.entries = entries.iterator();
    }

    @Override
    public Optional<Entry> next() {
        return entries.hasNext() ? Optional.of(entries.next()) : Optional.empty();
    }

    @Override
    public void close() {}
}
