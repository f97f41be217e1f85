package gotthard.transfer.wire;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/// Makes frames ready for a line. For one thread.
///
/// A frame is: its type (1 byte); how it is packed (0 as it is, 1 one frame of zstd); the length of its payload as sent (4 bytes);
/// CRC-32C over these six bytes and the payload as sent (4 bytes); the payload. Numbers are big-endian. Neither the payload as sent nor
/// unpacked is longer than 5 MiB.
public final class Packer implements Closeable {
    static final int HEAD = 10;
    static final int LONGEST = 5 << 20;
    static final int PLAIN = 0;
    static final int ZSTD = 1;

    private static final int LEVEL = 1;

    /// Less is not worth a try.
    private static final int SMALLEST = 512;

    /// How much of a payload is tried, from its middle.
    private static final int SAMPLE = 16_384;

    /// Packing pays if at least a tenth goes away.
    private static final double PAYS = 0.9;

    private final Payload payloads = new Payload();
    private final ZstdCompressCtx zstd = new ZstdCompressCtx().setLevel(LEVEL);

    /// The bytes of a frame, packed if a sample of it says that this pays.
    public byte[] pack(Frame frame) throws IOException {
        byte[] payload = payloads.of(frame);
        if (payload.length > LONGEST) {
            throw new IllegalArgumentException("a frame of " + payload.length + " bytes");
        }
        if (pays(payload)) {
            byte[] packed = zstd.compress(payload);
            if (packed.length < payload.length) {
                return framed(Payload.type(frame), ZSTD, packed);
            }
        }
        return framed(Payload.type(frame), PLAIN, payload);
    }

    @Override
    public void close() {
        zstd.close();
    }

    static int sum(byte[] head, byte[] payload, int length) {
        var sum = new CRC32C();
        sum.update(head, 0, HEAD - Integer.BYTES);
        sum.update(payload, 0, length);
        return (int) sum.getValue();
    }

    private boolean pays(byte[] payload) {
        if (payload.length < SMALLEST) {
            return false;
        }
        int length = Math.min(payload.length, SAMPLE);
        var packed = new byte[(int) Zstd.compressBound(length)];
        int size =
                zstd.compressByteArray(
                        packed, 0, packed.length, payload, (payload.length - length) / 2, length);
        return size < length * PAYS;
    }

    private static byte[] framed(int type, int packing, byte[] payload) {
        var framed =
                ByteBuffer.allocate(HEAD + payload.length)
                        .put((byte) type)
                        .put((byte) packing)
                        .putInt(payload.length);
        return framed.putInt(sum(framed.array(), payload, payload.length)).put(payload).array();
    }
}
