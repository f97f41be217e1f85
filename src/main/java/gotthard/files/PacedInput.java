package gotthard.files;

import gotthard.action.Context;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;

/// Gives bytes as fast as the sites of a step allow.
final class PacedInput extends FilterInputStream {
    private final Context context;

    PacedInput(InputStream in, Context context) {
        super(in);
        this.context = context;
    }

    @Override
    public int read() throws IOException {
        int one = in.read();
        pace(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int count = in.read(bytes, from, length);
        pace(Math.max(0, count));
        return count;
    }

    /// An interrupt ends the stream, and stays set for whoever looks why.
    private void pace(int bytes) throws InterruptedIOException {
        if (bytes == 0) {
            return;
        }
        try {
            context.pace(bytes);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while it waited for its turn");
        }
    }
}
