package gotthard.transfer.manifest;

import gotthard.transfer.LinkTarget;
import gotthard.transfer.Refused;
import gotthard.transfer.RelativePath;
import gotthard.transfer.Sha256;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// Reads what [EntryOutput] wrote, and believes nothing of it: lengths are bounded before anything is allocated, paths stay below
/// their folder and come in order.
public final class EntryInput implements Entries {
    private static final int LONGEST_NUMBER = 9;
    private static final long BITS = 0b111_111_111_111;

    private final InputStream from;
    private final byte[] path = new byte[RelativePath.LONGEST];
    private final byte[] digest = new byte[Sha256.BYTES];
    private int length;
    private Optional<RelativePath> previous = Optional.empty();
    private boolean ended;

    /// Reads single bytes, so that a stream of the system has to be buffered.
    public EntryInput(InputStream from) {
        this.from = from;
    }

    @Override
    public Optional<Entry> next() throws IOException, Refused {
        if (ended) {
            return Optional.empty();
        }
        try {
            int kind = octet();
            if (kind == EntryBytes.END) {
                ended = true;
                return Optional.empty();
            }
            return Optional.of(entry(kind));
        } catch (EOFException _) {
            throw new Refused(
                    "a manifest ends in the middle", "make it again from the folder, and retry");
        }
    }

    @Override
    public void close() throws IOException {
        from.close();
    }

    private Entry entry(int kind) throws IOException, Refused {
        RelativePath name = path();
        var metadata =
                new Metadata(
                        (int) number(BITS),
                        word(),
                        (int) number(0xffff_ffffL),
                        (int) number(0xffff_ffffL));
        Content content =
                switch (kind) {
                    case EntryBytes.UNREAD -> new Content.Unread(number(Long.MAX_VALUE));
                    case EntryBytes.HASHED -> {
                        long size = number(Long.MAX_VALUE);
                        fill(digest, 0, digest.length);
                        yield new Content.Hashed(size, Sha256.of(digest, 0));
                    }
                    case EntryBytes.FOLDER -> new Content.Folder();
                    case EntryBytes.LINK -> {
                        var target = new byte[(int) number(RelativePath.LONGEST)];
                        fill(target, 0, target.length);
                        yield new Content.Link(LinkTarget.of(name, target));
                    }
                    default -> throw torn();
                };
        return new Entry(name, metadata, content);
    }

    private RelativePath path() throws IOException, Refused {
        int shared = (int) number(length);
        int rest = (int) number(path.length - shared);
        fill(path, shared, rest);
        length = shared + rest;
        var name = RelativePath.of(java.util.Arrays.copyOf(path, length));
        if (previous.isPresent() && previous.get().compareTo(name) >= 0) {
            throw new Refused(
                    "a manifest lists " + name + " after " + previous.get(),
                    "make it again from the folder, and retry");
        }
        if (previous.map(name::shared).orElse(0) != shared) {
            throw torn();
        }
        previous = Optional.of(name);
        return name;
    }

    private long number(long greatest) throws IOException, Refused {
        long value = 0;
        for (int i = 0; i < LONGEST_NUMBER; i++) {
            int octet = octet();
            value |= (long) (octet & 0x7f) << (7 * i);
            if (octet < 0x80) {
                if (value > greatest || (octet == 0 && i > 0)) {
                    throw torn();
                }
                return value;
            }
        }
        throw torn();
    }

    private long word() throws IOException {
        long value = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            value = value << 8 | octet();
        }
        return value;
    }

    private int octet() throws IOException {
        int octet = from.read();
        if (octet < 0) {
            throw new EOFException();
        }
        return octet;
    }

    private void fill(byte[] bytes, int at, int count) throws IOException {
        if (from.readNBytes(bytes, at, count) < count) {
            throw new EOFException();
        }
    }

    private static Refused torn() {
        return new Refused(
                "a manifest is torn or not understood", "make it again from the folder, and retry");
    }
}
