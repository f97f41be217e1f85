package gotthard.transfer.manifest;

import gotthard.transfer.RelativePath;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/// Writes sorted entries; [EntryInput] reads them.
///
/// An entry is: kind (1 a file that nobody has read, 2 a file, 3 a folder, 4 a link); number of bytes that its path shares with the
/// one before it; number of the others, and these; mode; modified (8 bytes, big-endian, nanoseconds since 1970); owner; group;
/// of a file its size, if read its SHA-256 (32 bytes); of a link the length of its target, and that. Numbers are in LEB128, without
/// sign. After the last one comes the kind 0.
public final class EntryOutput {
    private final OutputStream to;
    private final EntryBytes bytes = new EntryBytes();
    private Optional<RelativePath> previous = Optional.empty();

    /// Writes in small pieces.
    public EntryOutput(OutputStream to) {
        this.to = to;
    }

    /// Takes the next one.
    ///
    /// @return how many bytes it took
    public int add(Entry entry) throws IOException {
        int shared = 0;
        if (previous.isPresent()) {
            if (previous.get().compareTo(entry.path()) >= 0) {
                throw new IllegalArgumentException(
                        entry.path() + " does not come after " + previous.get());
            }
            shared = entry.path().shared(previous.get());
        }
        bytes.put(entry, shared);
        to.write(bytes.array(), 0, bytes.length());
        previous = Optional.of(entry.path());
        return bytes.length();
    }

    /// Says that no entry comes any more.
    public void end() throws IOException {
        to.write(EntryBytes.END);
    }
}
