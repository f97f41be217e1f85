package gotthard.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;

/// Reads the lines of a [StateFile], once.
final class StateReader {
    private final Path file;
    private final InputStream from;
    private final MessageDigest digest = StateLines.sha256();
    private Instant at = Instant.EPOCH;

    StateReader(Path file, InputStream from) {
        this.file = file;
        this.from = from;
    }

    /// Reads all, and checks that it is whole.
    StateFile.Contents contents() throws IOException {
        Joining end = each(line -> {});
        return new StateFile.Contents(at, end.number("runs"), end.number("entries"));
    }

    /// Hands over each line between the head and the end, and gives the end back.
    Joining each(Taker taker) throws IOException {
        try {
            head(line());
            while (true) {
                String sum = HexFormat.of().formatHex(soFar());
                Joining line = line();
                if (line.hasFact("sha256")) {
                    if (!line.digest("sha256").equals(sum) || from.read() >= 0) {
                        throw new Unreadable("its end does not fit what stands before it");
                    }
                    return line;
                }
                taker.take(line);
            }
        } catch (Unreadable e) {
            throw new JournalUnusable(
                    "the file "
                            + file
                            + " is no whole state of gotthard ("
                            + e.what()
                            + "); take another backup");
        }
    }

    private void head(Joining head) {
        String format = head.hasFact("format") ? head.digest("format") : "";
        if (!format.startsWith("gotthard-state/")) {
            throw new Unreadable("its first line does not say so");
        }
        if (!format.equals(StateLines.FORMAT) || head.number("tables") > Schema.VERSION) {
            throw new JournalUnusable(
                    "the file "
                            + file
                            + " was written by a newer gotthard ("
                            + format
                            + ", tables "
                            + head.number("tables")
                            + "); use the newer one");
        }
        at = Instant.ofEpochMilli(head.number("at"));
    }

    private byte[] soFar() {
        try {
            return ((MessageDigest) digest.clone()).digest();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("every Java can copy a SHA-256", e);
        }
    }

    private Joining line() throws IOException {
        var bytes = new ByteArrayOutputStream();
        int next = from.read();
        while (next >= 0 && next != '\n') {
            bytes.write(next);
            next = from.read();
        }
        if (next < 0) {
            throw new Unreadable("it ends too early");
        }
        digest.update(bytes.toByteArray());
        digest.update((byte) '\n');
        return Joining.allWords(JsonText.members(bytes.toByteArray()));
    }

    /// Takes a line.
    interface Taker {
        void take(Joining line);
    }
}
