package gotthard;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a program prints, for a test that waits for it.
public final class Said extends OutputStream {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    public PrintStream stream() {
        return new PrintStream(this, true, StandardCharsets.UTF_8);
    }

    @Override
    public synchronized void write(int octet) {
        bytes.write(octet);
        notifyAll();
    }

    @Override
    public synchronized void write(byte[] some, int from, int count) {
        bytes.write(some, from, count);
        notifyAll();
    }

    public synchronized String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /// The number behind some words, once they were printed.
    public int numberBehind(String words) throws InterruptedException {
        return Integer.parseInt(await(Pattern.compile(Pattern.quote(words) + "(\\d+)\n")).group(1));
    }

    /// Returns once some words were printed.
    public void await(String words) throws InterruptedException {
        await(Pattern.compile(Pattern.quote(words)));
    }

    private synchronized Matcher await(Pattern pattern) throws InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        Matcher matcher = pattern.matcher(text());
        while (!matcher.find()) {
            long left = (until - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new AssertionError("it never said " + pattern + ", but: " + text());
            }
            wait(left);
            matcher = pattern.matcher(text());
        }
        return matcher;
    }
}
