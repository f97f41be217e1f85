package gotthard.transfer.stream;

import gotthard.transfer.Refused;
import gotthard.transfer.manifest.Entries;
import gotthard.transfer.manifest.Entry;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Those entries that another list names, to be asked for in the order of the paths.
final class Named implements Closeable {
    private final Entries entries;
    private Optional<Entry> next = Optional.empty();
    private boolean begun;

    /// Closing it closes them.
    Named(Entries entries) {
        this.entries = entries;
    }

    /// What there is by these names.
    List<Entry> of(List<Entry> names) throws IOException, Refused {
        if (!begun) {
            begun = true;
            next = entries.next();
        }
        var found = new ArrayList<Entry>();
        for (Entry name : names) {
            while (next.isPresent() && next.get().path().compareTo(name.path()) < 0) {
                next = entries.next();
            }
            next.filter(entry -> entry.path().equals(name.path())).ifPresent(found::add);
        }
        return found;
    }

    @Override
    public void close() throws IOException {
        entries.close();
    }
}
