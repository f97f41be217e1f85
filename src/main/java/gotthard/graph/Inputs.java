package gotthard.graph;

import gotthard.action.Kind;
import gotthard.action.Sources;
import gotthard.yaml.Entry;
import gotthard.yaml.Node;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/// The digest of all that a step was made of.
///
/// It is SHA-256 over the UTF-8 bytes of a canonical form, in which every text is preceded by its length in characters: the kind, its
/// version, the parameters (keys sorted; comments, quotes and order of keys don't count), then each file that the kind read, by its
/// text. The names of files don't count.
final class Inputs {
    private Inputs() {}

    static String digest(Kind<?> kind, Node with, List<Sources.Source> read) {
        var canonical = new StringBuilder();
        text(kind.name(), canonical);
        text(Integer.toString(kind.version()), canonical);
        node(with, canonical);
        read.forEach(source -> text(source.text(), canonical));
        return sha256(canonical.toString());
    }

    private static void node(Node node, StringBuilder canonical) {
        switch (node) {
            case Node.Scalar scalar when scalar.isNull() -> canonical.append('n');
            case Node.Scalar scalar -> text(scalar.text(), canonical);
            case Node.Sequence(var items, var _) -> {
                canonical.append('[');
                items.forEach(item -> node(item, canonical));
                canonical.append(']');
            }
            case Node.Mapping(var entries, var _) -> {
                canonical.append('{');
                entries.stream()
                        .sorted(Comparator.comparing((Entry entry) -> entry.key().text()))
                        .forEach(
                                entry -> {
                                    text(entry.key().text(), canonical);
                                    node(entry.value(), canonical);
                                });
                canonical.append('}');
            }
        }
    }

    private static void text(String text, StringBuilder canonical) {
        canonical.append(text.length()).append(':').append(text);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
