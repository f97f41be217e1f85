package gotthard.secret;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;

/// The forms in which a value may appear: plain, line by line, Base64 at each of its three positions, hexadecimal, in URLs and in JSON.
final class Disguise {
    /// Shorter pieces than this tell nothing.
    private static final int SHORTEST = 6;

    /// Of Base64 and of lines, shorter pieces than this would hit ordinary words.
    private static final int SHORTEST_PIECE = 12;

    /// Where tools break lines of Base64.
    private static final int[] WIDTHS = {64, 70, 76};

    private Disguise() {}

    static Set<String> of(String value) {
        var forms = new TreeSet<String>();
        encoded(value, forms);
        if (value.contains("\n")) {
            value.lines()
                    .map(String::strip)
                    .filter(line -> line.length() >= SHORTEST_PIECE && !line.startsWith("-----"))
                    .forEach(line -> encoded(line, forms));
        }
        forms.removeIf(form -> form.length() < SHORTEST);
        return forms;
    }

    private static void encoded(String value, Set<String> forms) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        forms.add(value);
        forms.add(json(value));
        forms.add(json(value).replace("/", "\\/"));
        String url = URLEncoder.encode(value, StandardCharsets.UTF_8);
        forms.add(url);
        forms.add(url.replace("+", "%20"));
        forms.add(HexFormat.of().formatHex(bytes));
        for (int shift = 0; shift < 3; shift++) {
            base64(bytes, shift, forms);
        }
        decoded(value, forms);
    }

    /// What is certain of the Base64 of a text that holds the value after `shift` other bytes (modulo 3).
    private static void base64(byte[] bytes, int shift, Set<String> forms) {
        byte[] shifted = new byte[shift + bytes.length];
        System.arraycopy(bytes, 0, shifted, shift, bytes.length);
        for (Base64.Encoder encoder : Arrays.asList(Base64.getEncoder(), Base64.getUrlEncoder())) {
            String whole = encoder.withoutPadding().encodeToString(shifted);
            int end = whole.length() - (shifted.length % 3 == 0 ? 0 : 1);
            int start = shift == 0 ? 0 : shift + 1;
            if (end - start >= SHORTEST_PIECE - 4) {
                String certain = whole.substring(start, end);
                forms.add(certain);
                pieces(certain, forms);
            }
        }
    }

    /// A value that is Base64 itself, such as the key of a kubeconfig, may appear decoded.
    private static void decoded(String value, Set<String> forms) {
        if (value.length() >= 16 && value.matches("[A-Za-z0-9+/]+={0,2}")) {
            try {
                String plain =
                        new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8);
                if (!plain.contains("\ufffd")) {
                    plain.lines()
                            .map(String::strip)
                            .filter(line -> line.length() >= SHORTEST_PIECE)
                            .filter(line -> !line.startsWith("-----"))
                            .forEach(forms::add);
                }
            } catch (IllegalArgumentException _) {
                // It is no Base64.
            }
        }
    }

    /// The lines that it is broken into.
    private static void pieces(String text, Set<String> forms) {
        for (int width : WIDTHS) {
            for (int at = width; at < text.length(); at += width) {
                forms.add(text.substring(at - width, at));
                if (text.length() - at >= SHORTEST_PIECE) {
                    forms.add(text.substring(at, Math.min(text.length(), at + width)));
                }
            }
        }
    }

    private static String json(String value) {
        var text = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char one = value.charAt(i);
            switch (one) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> text.append(one);
            }
        }
        return text.toString();
    }
}
