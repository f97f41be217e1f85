package gotthard.transfer.manifest;

import gotthard.transfer.Refused;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/// Two manifests side by side, in the order of their paths; nothing but one entry of each is in memory.
public final class Pairs implements Closeable {
    private final Entries source;
    private final Entries target;
    private Optional<Entry> wanted = Optional.empty();
    private Optional<Entry> found = Optional.empty();
    private boolean begun;

    /// Closing it closes both.
    public Pairs(Entries source, Entries target) {
        this.source = source;
        this.target = target;
    }

    /// What both have at one path; at least one has something.
    public record Pair(Optional<Entry> wanted, Optional<Entry> found) {}

    /// The next path of either, or empty at the end of both.
    public Optional<Pair> next() throws IOException, Refused {
        if (!begun) {
            begun = true;
            wanted = source.next();
            found = target.next();
        }
        if (wanted.isEmpty() && found.isEmpty()) {
            return Optional.empty();
        }
        int order = order();
        var pair =
                new Pair(
                        order <= 0 ? wanted : Optional.empty(),
                        order >= 0 ? found : Optional.empty());
        wanted = order <= 0 ? source.next() : wanted;
        found = order >= 0 ? target.next() : found;
        return Optional.of(pair);
    }

    @Override
    public void close() throws IOException {
        try (source) {
            target.close();
        }
    }

    private int order() {
        if (wanted.isEmpty() || found.isEmpty()) {
            return wanted.isPresent() ? -1 : 1;
        }
        return wanted.get().path().compareTo(found.get().path());
    }
}
