package gotthard.secret;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// The last filter before an output: writes [KnownSecrets#MASK] in the place of every secret that this process has met, also where one
/// comes in several writes. Before the first is met, it hands on what it gets.
public final class Veil extends OutputStream {
    private final OutputStream below;
    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();

    public Veil(OutputStream below) {
        this.below = below;
    }

    @Override
    public synchronized void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) throws IOException {
        if (KnownSecrets.isEmpty() && waiting.size() == 0) {
            below.write(bytes, from, length);
            return;
        }
        waiting.write(bytes, from, length);
        if (length > 0 && bytes[from + length - 1] == '\n') {
            handOn(false);
        }
    }

    /// Hands on all but what may be the beginning of a secret.
    @Override
    public synchronized void flush() throws IOException {
        handOn(false);
        below.flush();
    }

    /// Hands on all there is. What is below stays open, since it belongs to others.
    @Override
    public synchronized void close() throws IOException {
        handOn(true);
        below.flush();
    }

    private void handOn(boolean all) throws IOException {
        if (waiting.size() == 0) {
            return;
        }
        String text = KnownSecrets.maskedBytes(waiting.toString(StandardCharsets.ISO_8859_1));
        int kept = all ? 0 : KnownSecrets.openEnd(text);
        waiting.reset();
        below.write(text.substring(0, text.length() - kept).getBytes(StandardCharsets.ISO_8859_1));
        waiting.writeBytes(
                text.substring(text.length() - kept).getBytes(StandardCharsets.ISO_8859_1));
    }
}
