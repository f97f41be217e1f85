package gotthard.transfer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// Cuts a stream at NULs.
final class Words {
    private final InputStream from;
    private final int longest;
    private final byte[] buffer = new byte[65_536];
    private int position;
    private int limit;

    Words(InputStream from, int longest) {
        this.from = from;
        this.longest = longest;
    }

    /// The next word without its NUL, or empty at the end.
    Optional<byte[]> next() throws IOException, Refused {
        var word = new ByteArrayOutputStream(256);
        while (true) {
            if (position == limit) {
                limit = Math.max(0, from.read(buffer));
                position = 0;
                if (limit == 0) {
                    return ended(word);
                }
            }
            int end = position;
            while (end < limit && buffer[end] != 0) {
                end++;
            }
            word.write(buffer, position, end - position);
            if (word.size() > longest) {
                throw new Refused(
                        "a name of more than " + longest + " bytes is listed",
                        "check that find and stat of the host are the system's own");
            }
            position = end;
            if (end < limit) {
                position++;
                return Optional.of(word.toByteArray());
            }
        }
    }

    private static Optional<byte[]> ended(ByteArrayOutputStream word) throws Refused {
        if (word.size() > 0) {
            throw new Refused(
                    "a listing ends in the middle of a name",
                    "try again; the connection may have broken");
        }
        return Optional.empty();
    }
}
