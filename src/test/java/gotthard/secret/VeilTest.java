package gotthard.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

final class VeilTest {
    private static final String CANARY = "veil-\"9a/Ü+61c\\d0=";

    private final ByteArrayOutputStream below = new ByteArrayOutputStream();
    private final Veil veil = new Veil(below);

    VeilTest() {
        KnownSecrets.add(CANARY);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7, 64})
    void masksASecretThatComesInPieces(int size) throws IOException {
        byte[] bytes = ("before " + CANARY + " after").getBytes(StandardCharsets.UTF_8);

        for (int at = 0; at < bytes.length; at += size) {
            veil.write(bytes, at, Math.min(size, bytes.length - at));
            veil.flush();
        }
        veil.close();

        assertThat(printed()).isEqualTo("before ‹secret› after");
    }

    @Test
    void masksItInEveryForm() {
        String base64 =
                Base64.getEncoder()
                        .encodeToString(("user:" + CANARY).getBytes(StandardCharsets.UTF_8));
        String text =
                String.join(
                        "\n",
                        CANARY,
                        URLEncoder.encode(CANARY, StandardCharsets.UTF_8),
                        CANARY.replace("\\", "\\\\").replace("\"", "\\\""),
                        base64,
                        "cut off: " + CANARY.substring(0, 9) + "…");
        var stream = new PrintStream(veil, true, StandardCharsets.UTF_8);

        stream.println(text);

        assertThat(printed().lines()).hasSize(5).allMatch(line -> line.contains("‹secret›"));
        assertThat(printed()).contains("cut off: ‹secret›…").doesNotContain("9a/");
    }

    @Test
    void masksALongOneWhereverItsLinesAreBroken() {
        String key =
                "-----BEGIN KEY-----\nAbCdEfGhIjKlMnOpQrStUvWxYz0123456789\nzyxwvutsrqponmlkji\n-----END KEY-----";
        KnownSecrets.add(key);

        String masked =
                KnownSecrets.masked(
                        "at line 2: AbCdEfGhIjKlMnOpQrStUvWxYz0123456789 | zyxwvutsrqponmlkji");

        assertThat(masked).isEqualTo("at line 2: ‹secret› | ‹secret›");
    }

    @Test
    void leavesShortValuesAndAllElseAlone() throws IOException {
        KnownSecrets.add("none");

        veil.write("none of it, ‹never›, 9a/\n".getBytes(StandardCharsets.UTF_8));

        assertThat(printed()).isEqualTo("none of it, ‹never›, 9a/\n");
    }

    private String printed() {
        return below.toString(StandardCharsets.UTF_8);
    }
}
