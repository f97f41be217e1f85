package gotthard.transfer.wire;

import gotthard.transfer.Refused;
import gotthard.transfer.Sha256;
import gotthard.transfer.manifest.Content;
import gotthard.transfer.manifest.Entry;
import gotthard.transfer.manifest.EntryInput;
import gotthard.transfer.manifest.Seal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/// Turns a payload that has arrived back into the frame that [Payload] made it of. Whatever is claimed is measured by the bytes
/// that are there.
final class Parsing {
    private static final int LONGEST_TEXT = 4096;
    private static final int MOST = 1024;

    private final ByteBuffer bytes;

    private Parsing(byte[] payload, int length) {
        this.bytes = ByteBuffer.wrap(payload, 0, length);
    }

    /// The frame that takes up the whole payload.
    ///
    /// @throws Refused when there is none
    static Frame of(int type, byte[] payload, int length) throws Refused {
        var parsing = new Parsing(payload, length);
        Frame frame = parsing.frame(type);
        if (parsing.bytes.hasRemaining()) {
            throw FrameInput.torn();
        }
        return frame;
    }

    private Frame frame(int type) throws Refused {
        return switch (type) {
            case 1 -> hello();
            case 2 -> listed();
            case 3 -> new Frame.ListedAll(new Seal(count(), digest()));
            case 4 -> wanted();
            case 5 -> new Frame.WantedAll(count());
            case 6 -> block();
            case 7 -> new Frame.Chunk(count(), index(), digest(), octets(rest(Frame.CHUNK)));
            case 8 -> new Frame.Kept(count(), index(), digest());
            case 9 -> new Frame.Whole(count(), new Content.Hashed(count(), digest()));
            case 10 -> new Frame.Gone(count(), reason());
            case 11 -> new Frame.SentAll();
            case 12 -> new Frame.Placed(count(), count(), count(), count());
            case 13 -> new Frame.Stopped(text(), text());
            case 14 -> new Frame.Taken();
            default -> throw FrameInput.torn();
        };
    }

    private Frame hello() throws Refused {
        int line = index();
        int lines = index();
        int part = index();
        int parts = index();
        if (line >= lines || lines > MOST || part >= parts || parts > MOST) {
            throw FrameInput.torn();
        }
        return new Frame.Hello(line, lines, part, parts);
    }

    private Frame listed() throws Refused {
        var stream = new ByteArrayInputStream(bytes.array(), bytes.position(), bytes.remaining());
        var input = new EntryInput(stream);
        var entries = new ArrayList<Entry>();
        try {
            for (Optional<Entry> next = input.next(); next.isPresent(); next = input.next()) {
                entries.add(next.get());
            }
        } catch (IOException e) {
            throw new IllegalStateException("an array has no end of its line", e);
        }
        bytes.position(bytes.limit() - stream.available());
        return new Frame.Listed(entries);
    }

    private Frame wanted() throws Refused {
        var wishes = new ArrayList<Frame.Wish>();
        long previous = -1;
        while (bytes.hasRemaining()) {
            long number = count();
            if (number <= previous) {
                throw FrameInput.torn();
            }
            previous = number;
            wishes.add(new Frame.Wish(number, BitSet.valueOf(octets(index()))));
        }
        return new Frame.Wanted(wishes);
    }

    private Frame block() throws Refused {
        List<Frame.Piece> pieces = new ArrayList<>();
        while (bytes.hasRemaining()) {
            pieces.add(new Frame.Piece(count(), digest(), octets(index())));
        }
        return new Frame.Block(pieces);
    }

    private Frame.Reason reason() throws Refused {
        require(1);
        return switch (bytes.get()) {
            case 1 -> Frame.Reason.VANISHED;
            case 2 -> Frame.Reason.CHANGED;
            case 3 -> Frame.Reason.UNREADABLE;
            default -> throw FrameInput.torn();
        };
    }

    private String text() throws Refused {
        int length = index();
        if (length > LONGEST_TEXT) {
            throw FrameInput.torn();
        }
        return StandardCharsets.UTF_8.decode(octets(length)).toString();
    }

    private long count() throws Refused {
        require(Long.BYTES);
        long value = bytes.getLong();
        if (value < 0) {
            throw FrameInput.torn();
        }
        return value;
    }

    private int index() throws Refused {
        require(Integer.BYTES);
        int value = bytes.getInt();
        if (value < 0) {
            throw FrameInput.torn();
        }
        return value;
    }

    private Sha256 digest() throws Refused {
        require(Sha256.BYTES);
        var sum = Sha256.of(bytes.array(), bytes.position());
        bytes.position(bytes.position() + Sha256.BYTES);
        return sum;
    }

    private int rest(int most) throws Refused {
        if (bytes.remaining() > most) {
            throw FrameInput.torn();
        }
        return bytes.remaining();
    }

    private ByteBuffer octets(int count) throws Refused {
        require(count);
        var octets = new byte[count];
        bytes.get(octets);
        return ByteBuffer.wrap(octets);
    }

    private void require(int count) throws Refused {
        if (bytes.remaining() < count) {
            throw FrameInput.torn();
        }
    }
}
