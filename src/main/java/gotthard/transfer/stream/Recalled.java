package gotthard.transfer.stream;

import gotthard.transfer.Refused;
import gotthard.transfer.manifest.Content;
import gotthard.transfer.manifest.Entries;
import gotthard.transfer.manifest.Entry;
import gotthard.transfer.manifest.Metadata;
import gotthard.transfer.tree.Owners;
import gotthard.transfer.tree.Part;

import java.io.IOException;
import java.util.Optional;

/// Entries as they are to be compared: files that were not read have the content that was recorded of them, if size and time are those
/// of the record; folders come in one part only, and owners are left out where they are not kept.
final class Recalled implements Entries {
    private final Entries entries;
    private final Entries records;
    private final Part part;
    private final Owners owners;
    private Optional<Entry> found = Optional.empty();
    private boolean begun;

    Recalled(Entries entries, Entries records, Part part, Owners owners) {
        this.entries = entries;
        this.records = records;
        this.part = part;
        this.owners = owners;
    }

    @Override
    public Optional<Entry> next() throws IOException, Refused {
        Optional<Entry> next = entries.next();
        while (next.isPresent() && !isOurs(next.get())) {
            next = entries.next();
        }
        return next.isPresent() ? Optional.of(recalled(next.get())) : next;
    }

    @Override
    public void close() throws IOException {
        entries.close();
        records.close();
    }

    private boolean isOurs(Entry entry) {
        return Sizes.isFile(entry) || part.isFirstFor(entry.path());
    }

    private Entry recalled(Entry entry) throws IOException, Refused {
        Entry known = entry;
        if (entry.content() instanceof Content.Unread) {
            Optional<Entry> recorded = record(entry).filter(record -> Placed.isAs(record, entry));
            if (recorded.isPresent()) {
                known = entry.with(recorded.get().content());
            }
        }
        return switch (owners) {
            case KEPT -> known;
            case RECEIVER -> withoutOwner(known);
        };
    }

    private Optional<Entry> record(Entry entry) throws IOException, Refused {
        if (!begun) {
            begun = true;
            found = records.next();
        }
        while (found.isPresent() && found.get().path().compareTo(entry.path()) < 0) {
            found = records.next();
        }
        return found.filter(record -> record.path().equals(entry.path()));
    }

    private static Entry withoutOwner(Entry entry) {
        Metadata found = entry.metadata();
        return new Entry(
                entry.path(), new Metadata(found.mode(), found.modified(), 0, 0), entry.content());
    }
}
