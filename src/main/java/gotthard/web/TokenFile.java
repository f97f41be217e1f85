package gotthard.web;

import gotthard.problem.Checked;
import gotthard.shape.Names;
import gotthard.shape.Shape;
import gotthard.yaml.YamlReader;

import java.util.List;
import java.util.Map;

/// The file of those who may look: YAML with `tokens`, each with a name, a role, and the digest of its secret.
public final class TokenFile {
    private static final Shape<String> SHA256 =
            Shape.text()
                    .where(
                            text -> text.matches("[0-9a-f]{64}"),
                            "a SHA-256 has 64 digits of lower-case hexadecimal: printf %s TOKEN | sha256sum");

    private static final Shape<Role> ROLE =
            Shape.enumeration(
                    Map.of(
                            "viewer", Role.VIEWER,
                            "operator", Role.OPERATOR,
                            "metrics", Role.METRICS));

    private static final Shape<Token> TOKEN =
            Shape.object(
                    fields -> {
                        var name = fields.required("name", Shape.name(), "who or what has it");
                        var role = fields.required("role", ROLE, "what it lets see");
                        var sha256 =
                                fields.required("sha256", SHA256, "of the token, in hexadecimal");
                        return values ->
                                new Token(values.of(name), values.of(role), values.of(sha256));
                    });

    private static final Shape<List<Token>> FILE =
            Shape.object(
                    fields -> {
                        var tokens =
                                fields.required(
                                        "tokens", TOKEN.nonEmptyList(), "those who may look");
                        return values -> values.of(tokens);
                    });

    private TokenFile() {}

    /// The tokens, or all that is wrong with the file.
    public static Checked<List<Token>> read(String source, String text) {
        return YamlReader.read(source, text).flatMap(node -> FILE.read(node, Names.unchecked()));
    }
}
