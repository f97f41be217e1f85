package gotthard.transfer;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/// Passes a `tar` stream on while it digests the content of its files, and lets nothing through that was not asked for: each
/// member must be one of the items expected, of the same type, size and link target, and come once.
///
/// Formats: POSIX.1-1988 ustar, GNU long names (`L`, `K`) and POSIX.1-2001 extended headers (`x`, `g`).
public final class ArchivePassage {
    private static final int CHUNK = 131_072;

    private final InputStream from;
    private final OutputStream to;
    private final LongConsumer moved;
    private final Map<RelativePath, Item> expected = new HashMap<>();
    private final Map<RelativePath, Sha256> digests = new TreeMap<>();
    private final MessageDigest digest = Sha256.begin();
    private final byte[] chunk = new byte[CHUNK];

    /// Hears of each piece of content that went through, in bytes.
    public ArchivePassage(
            InputStream from, OutputStream to, List<? extends Item> expected, LongConsumer moved) {
        this.from = from;
        this.to = to;
        this.moved = moved;
        expected.forEach(item -> this.expected.put(item.path(), item));
    }

    /// Carries everything over, to the end of the stream; does not close what it writes to.
    ///
    /// @return the digests of all regular files that came
    /// @throws Refused at a member that was not expected, before any of it is passed on
    public Map<RelativePath, Sha256> carry() throws IOException, Refused {
        var header = new byte[TarHeader.SIZE];
        Map<String, String> extended = Map.of();
        while (from.readNBytes(header, 0, header.length) == header.length) {
            if (TarHeader.isEnd(header)) {
                to.write(header);
                from.transferTo(to);
                to.flush();
                return digests;
            }
            TarHeader member = TarHeader.read(header);
            if (member.describesNext()) {
                byte[] text = from.readNBytes(TarHeader.bounded(member.padded()));
                extended = TarHeader.merged(extended, member, text);
                to.write(header);
                to.write(text);
            } else {
                pass(member.with(extended), header);
                extended = Map.of();
            }
        }
        throw new EOFException("the archive ends in the middle");
    }

    /// What was expected and has not come.
    public List<Item> missing() {
        return expected.values().stream()
                .sorted((one, other) -> one.path().compareTo(other.path()))
                .toList();
    }

    private void pass(TarHeader member, byte[] header) throws IOException, Refused {
        var path = RelativePath.read(member.name().getBytes(StandardCharsets.UTF_8));
        Optional<Item> item = Optional.ofNullable(expected.remove(path));
        if (item.orElse(null) instanceof Item.RegularFile file && member.isFile()) {
            if (member.size() != file.size()) {
                throw new Changed(path, file.size(), member.size());
            }
            to.write(header);
            content(member);
            digests.put(path, Sha256.end(digest));
        } else if (item.orElse(null) instanceof Item.RegularFile file && member.isHardLink()) {
            to.write(header);
            digests.put(path, linked(file, member));
            moved.accept(file.size());
        } else if (item.orElse(null) instanceof Item.Link link
                && member.isSymbolicLink()
                && link.target().equals(member.link())) {
            to.write(header);
        } else {
            throw new Refused(
                    "the source sent " + path + ", which was not asked for in this form",
                    "find out who changes the folder now, and try again");
        }
    }

    private Sha256 linked(Item.RegularFile file, TarHeader member) throws Refused {
        var path = RelativePath.read(member.link().getBytes(StandardCharsets.UTF_8));
        Sha256 known = digests.get(path);
        if (known == null) {
            throw new Refused(
                    "the source sent "
                            + file.path()
                            + " as a link to "
                            + path
                            + ", which did not come",
                    "find out who changes the folder now, and try again");
        }
        return known;
    }

    private void content(TarHeader member) throws IOException {
        long left = member.size();
        while (left > 0) {
            int count = from.read(chunk, 0, (int) Math.min(chunk.length, left));
            if (count < 0) {
                throw new EOFException("the archive ends in the middle");
            }
            digest.update(chunk, 0, count);
            to.write(chunk, 0, count);
            moved.accept(count);
            left -= count;
        }
        int padding = Math.toIntExact(member.padded() - member.size());
        if (from.readNBytes(chunk, 0, padding) < padding) {
            throw new EOFException("the archive ends in the middle");
        }
        to.write(chunk, 0, padding);
    }

    /// A file that has another size than when it was listed.
    public static final class Changed extends IOException {
        private static final long serialVersionUID = 1L;

        private final String path;
        private final long was;
        private final long now;

        Changed(RelativePath path, long was, long now) {
            super(path + " had " + was + " bytes and now has " + now);
            this.path = path.toString();
            this.was = was;
            this.now = now;
        }

        /// The path on one line.
        public String path() {
            return path;
        }

        /// Bytes when it was listed.
        public long was() {
            return was;
        }

        /// Bytes when it was read.
        public long now() {
            return now;
        }
    }
}
