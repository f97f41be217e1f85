package gotthard.transfer.stream;

import gotthard.transfer.Refused;
import gotthard.transfer.manifest.Entries;
import gotthard.transfer.manifest.Entry;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a transfer has placed, by the logs of all its attempts, one of which may have ended before its files had their names. To be asked in the
/// order of the paths.
final class Placed implements Closeable {
    private final List<Head> heads = new ArrayList<>();

    /// Closing it closes all.
    ///
    /// @param logs in the order of their paths
    Placed(List<? extends Entries> logs) {
        logs.forEach(log -> heads.add(new Head(log)));
    }

    /// Whether any attempt has placed a file as it stands there: of its size and time.
    boolean has(Entry standing) throws IOException, Refused {
        boolean has = false;
        for (Head head : heads) {
            has |= head.at(standing).filter(entry -> isAs(entry, standing)).isPresent();
        }
        return has;
    }

    @Override
    public void close() throws IOException {
        for (Head head : heads) {
            head.log.close();
        }
    }

    /// Whether two entries are of files of one size and time.
    static boolean isAs(Entry one, Entry other) {
        return Sizes.isFile(one)
                && Sizes.isFile(other)
                && Sizes.of(one) == Sizes.of(other)
                && one.metadata().modified() == other.metadata().modified();
    }

    private static final class Head {
        private final Entries log;
        private Optional<Entry> next = Optional.empty();
        private boolean begun;

        Head(Entries log) {
            this.log = log;
        }

        Optional<Entry> at(Entry standing) throws IOException, Refused {
            if (!begun) {
                begun = true;
                next = log.next();
            }
            while (next.filter(entry -> entry.path().compareTo(standing.path()) < 0).isPresent()) {
                next = log.next();
            }
            return next.filter(entry -> entry.path().equals(standing.path()));
        }
    }
}
