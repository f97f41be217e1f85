package gotthard.journal;

import gotthard.action.Blob;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Writes the lines of a [StateFile]: a head; each run, followed by its entries with their words; the
/// requests; and an end. Numbers are numbers, a body is its own text, other bytes are base64.
final class StateLines {
    static final String FORMAT = "gotthard-state/1";

    private final OutputStream to;
    private final MessageDigest digest = sha256();
    private long runs;
    private long entries;

    StateLines(OutputStream to) {
        this.to = to;
    }

    void head(Instant at) {
        line(
                new Line()
                        .text("format", FORMAT)
                        .number("tables", Schema.VERSION)
                        .number("at", at.toEpochMilli()));
    }

    void run(RunId run, long fence) {
        runs++;
        line(new Line().text("run", run.value()).number("fence", fence));
    }

    /// @param row as [Sql#ENTRIES] gives it
    void entry(Database.Row row) {
        entries++;
        var line =
                new Line()
                        .number("seq", row.number(0))
                        .text("kind", row.text(1))
                        .text("body", new String(row.blob(2).bytes(), StandardCharsets.UTF_8))
                        .bytes("chain", row.blob(3));
        if (!row.isMissing(4)) {
            line.bytes("salt", row.blob(4))
                    .number("coding", row.number(5))
                    .bytes("words", row.blob(6));
        }
        line(line);
    }

    void request(long item, String run, Blob request) {
        line(new Line().number("item", item).text("of", run).bytes("request", request));
    }

    void end() {
        String sum = HexFormat.of().formatHex(digest.digest());
        line(new Line().number("runs", runs).number("entries", entries).text("sha256", sum));
    }

    private void line(Line line) {
        try {
            byte[] bytes = JsonText.bytes(new Json.Members(line.members));
            to.write(bytes);
            to.write('\n');
            digest.update(bytes);
            digest.update((byte) '\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static final class Line {
        private final SequencedMap<String, Json> members = new LinkedHashMap<>();

        Line number(String key, long number) {
            members.put(key, new Json.Whole(number));
            return this;
        }

        Line text(String key, String text) {
            members.put(key, new Json.Text(text));
            return this;
        }

        Line bytes(String key, Blob bytes) {
            members.put(key, Splitting.base64(bytes.bytes()));
            return this;
        }
    }
}
