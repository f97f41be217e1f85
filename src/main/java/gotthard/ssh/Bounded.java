package gotthard.ssh;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Keeps the first bytes that are written to it and drops the rest.
final class Bounded extends OutputStream {
    private static final char BEGIN = '\u001e';

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
        return all().strip();
    }

    /// What came after the last record separator (U+001E). Scripts print it on their standard error when they begin, for the user's
    /// shell may have complained of things of its own before.
    synchronized String textSinceBegin() {
        String all = all();
        return all.substring(all.lastIndexOf(BEGIN) + 1).strip();
    }

    private String all() {
        return new String(kept, 0, count, StandardCharsets.UTF_8);
    }
}
