package gotthard.transfer.manifest;

import gotthard.transfer.Refused;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/// Entries one after the other, in the order of their paths, each path once.
public interface Entries extends Closeable {
    /// The next entry, or empty at the end, and from then on.
    ///
    /// @throws Refused when what is read is torn, unsafe or not in order
    Optional<Entry> next() throws IOException, Refused;
}
