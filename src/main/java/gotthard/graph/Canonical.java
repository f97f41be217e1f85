package gotthard.graph;

import gotthard.yaml.Entry;
import gotthard.yaml.Node;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/// Writes things so that equal things give equal bytes and different ones different bytes: every text is preceded by its length in
/// characters, every list by how many items it has; keys are sorted. Comments, quotes and the order of keys don't count.
final class Canonical {
    private final StringBuilder written = new StringBuilder();

    Canonical text(String text) {
        written.append(text.length()).append(':').append(text);
        return this;
    }

    Canonical texts(List<String> texts) {
        written.append('(').append(texts.size()).append(')');
        texts.forEach(this::text);
        return this;
    }

    Canonical node(Node node) {
        switch (node) {
            case Node.Scalar scalar when scalar.isNull() -> written.append('n');
            case Node.Scalar scalar -> text(scalar.text());
            case Node.Sequence(var items, var _) -> {
                written.append('[');
                items.forEach(this::node);
                written.append(']');
            }
            case Node.Mapping(var entries, var _) -> {
                written.append('{');
                entries.stream()
                        .sorted(Comparator.comparing((Entry entry) -> entry.key().text()))
                        .forEach(entry -> text(entry.key().text()).node(entry.value()));
                written.append('}');
            }
        }
        return this;
    }

    /// SHA-256 of the UTF-8 bytes, in hexadecimal.
    String digest() {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(written.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
