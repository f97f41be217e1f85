package gotthard;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/// A secret that is planted to be looked for.
public record Canary(String value) {
    /// Another one for every run of the tests, with characters that JSON and URLs write otherwise.
    public static Canary drawn() {
        byte[] random = new byte[12];
        new SecureRandom().nextBytes(random);
        return new Canary("canary/+" + HexFormat.of().formatHex(random) + "=&");
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(bytes(value));
    }

    /// Whether a text shows it, plainly or in a form that is easily read back.
    public boolean isIn(String text) {
        return forms().stream().anyMatch(text::contains);
    }

    private List<String> forms() {
        return List.of(
                value,
                URLEncoder.encode(value, StandardCharsets.UTF_8),
                value.replace("/", "\\/"),
                HexFormat.of().formatHex(bytes(value)),
                encoded(0),
                encoded(1),
                encoded(2));
    }

    /// Without what depends on its neighbours.
    private String encoded(int after) {
        String all = Base64.getEncoder().encodeToString(bytes("x".repeat(after) + value));
        return all.substring(after == 0 ? 0 : 4, all.length() - 4);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
