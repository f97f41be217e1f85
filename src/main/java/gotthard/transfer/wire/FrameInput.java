package gotthard.transfer.wire;

import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;

import gotthard.transfer.Refused;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/// Reads the frames of one line. What it holds grows with what has arrived, never with what is claimed, up to 5 MiB and as much
/// again for what was packed. For one thread.
public final class FrameInput implements Closeable {
    private static final int FIRST = 65_536;

    private final InputStream from;
    private final byte[] head = new byte[Packer.HEAD];
    private final ZstdDecompressCtx zstd = new ZstdDecompressCtx();
    private byte[] payload = new byte[FIRST];
    private byte[] unpacked = new byte[0];

    /// Closing it closes the stream.
    public FrameInput(InputStream from) {
        this.from = from;
    }

    /// The next frame.
    ///
    /// @throws EOFException when the line ends, also between two frames: the last one says that it is the last
    /// @throws Refused when what comes is no frame
    public Frame next() throws IOException, Refused {
        fill(head, 0, head.length);
        var numbers = ByteBuffer.wrap(head);
        int type = numbers.get();
        int packing = numbers.get();
        int length = numbers.getInt();
        if (length < 0 || length > Packer.LONGEST) {
            throw torn();
        }
        receive(length);
        if (numbers.getInt() != Packer.sum(head, payload, length)) {
            throw torn();
        }
        return switch (packing) {
            case Packer.PLAIN -> Parsing.of(type, payload, length);
            case Packer.ZSTD -> {
                int size = unpack(length);
                yield Parsing.of(type, unpacked, size);
            }
            default -> throw torn();
        };
    }

    @Override
    public void close() throws IOException {
        zstd.close();
        from.close();
    }

    static Refused torn() {
        return new Refused(
                "what the other end sent is torn or not understood",
                "check that both ends are of the same version, and what stands between them");
    }

    private void receive(int length) throws IOException {
        int there = 0;
        while (there < length) {
            if (there == payload.length) {
                payload = Arrays.copyOf(payload, Math.min(2 * there, Packer.LONGEST));
            }
            int count = Math.min(length, payload.length) - there;
            fill(payload, there, count);
            there += count;
        }
    }

    private int unpack(int length) throws Refused {
        if (unpacked.length == 0) {
            unpacked = new byte[Packer.LONGEST];
        }
        try {
            return zstd.decompressByteArray(unpacked, 0, unpacked.length, payload, 0, length);
        } catch (ZstdException _) {
            throw torn();
        }
    }

    private void fill(byte[] bytes, int at, int count) throws IOException {
        if (from.readNBytes(bytes, at, count) < count) {
            throw new EOFException("the line ended");
        }
    }
}
