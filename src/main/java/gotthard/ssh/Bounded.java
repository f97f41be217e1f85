package gotthard.ssh;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Keeps the first bytes that are written to it and drops the rest.
final class Bounded extends OutputStream {
    private final byte[] kept;
    private int count;

    Bounded(int most) {
        kept = new byte[most];
    }

    @Override
    public synchronized void write(int octet) {
        if (count < kept.length) {
            kept[count++] = (byte) octet;
        }
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) {
        int fits = Math.min(length, kept.length - count);
        System.arraycopy(bytes, from, kept, count, fits);
        count += fits;
    }

    synchronized String text() {
        return new String(kept, 0, count, StandardCharsets.UTF_8).strip();
    }
}
