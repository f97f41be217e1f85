package gotthard.kubernetes;

import gotthard.secret.KnownSecrets;
import gotthard.yaml.Entry;
import gotthard.yaml.Node;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds secrets that stand readable in manifests, so that nothing shows them: the content of Secrets, and variables of containers whose
/// names say that they hold one.
final class ClearText {
    private static final Pattern TELLING =
            Pattern.compile(
                    "(?i).*(passw(or)?d|token|secret|credential|(api|access|private)_?key).*");

    private ClearText() {}

    static void meet(Manifest manifest) {
        if (manifest.kind().equals("Secret")) {
            manifest.source().get("stringData").ifPresent(node -> content(node, false));
            manifest.source().get("data").ifPresent(node -> content(node, true));
            return;
        }
        variables(manifest.source());
    }

    private static void content(Node node, boolean isEncoded) {
        if (node instanceof Node.Mapping mapping) {
            for (Entry entry : mapping.entries()) {
                text(Optional.of(entry.value()))
                        .ifPresent(
                                value -> {
                                    KnownSecrets.add(value);
                                    if (isEncoded) {
                                        decoded(value).ifPresent(KnownSecrets::add);
                                    }
                                });
            }
        }
    }

    /// `{name: DB_PASSWORD, value: …}`, wherever it stands.
    private static void variables(Node node) {
        switch (node) {
            case Node.Scalar _ -> {}
            case Node.Sequence(var items, _) -> items.forEach(ClearText::variables);
            case Node.Mapping mapping -> {
                if (text(mapping.get("name"))
                        .filter(name -> TELLING.matcher(name).matches())
                        .isPresent()) {
                    text(mapping.get("value")).ifPresent(KnownSecrets::add);
                }
                mapping.entries().stream().map(Entry::value).forEach(ClearText::variables);
            }
        }
    }

    private static Optional<String> text(Optional<Node> node) {
        return node.filter(Node.Scalar.class::isInstance)
                .map(scalar -> ((Node.Scalar) scalar).text());
    }

    private static Optional<String> decoded(String value) {
        try {
            return Optional.of(
                    new String(Base64.getMimeDecoder().decode(value), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
