package gotthard.document;

import gotthard.problem.Checked;
import gotthard.problem.Code;
import gotthard.problem.Problem;
import gotthard.problem.Quoted;
import gotthard.shape.Names;
import gotthard.shape.Shape;
import gotthard.yaml.Node;
import gotthard.yaml.YamlReader;

import java.util.Optional;
import java.util.function.BiFunction;

/// A kind of document, such as `Plan`: `apiVersion`, `kind`, `metadata` and `spec`.
///
/// @param name what stands under `kind`
/// @param shape of the whole document
public record DocumentKind<T>(String name, Shape<T> shape) {
    /// The only version of the documents that this program reads.
    public static final String API_VERSION = "gotthard/v1";

    private static final Code WRONG_KIND = new Code("wrong-kind");
    private static final Code WRONG_VERSION = new Code("wrong-api-version");

    /// A kind whose documents have the usual four keys.
    public static <M, S, T> DocumentKind<T> of(
            String name, Shape<M> metadata, Shape<S> spec, BiFunction<M, S, T> make) {
        return new DocumentKind<>(
                name,
                Shape.object(
                        fields -> {
                            fields.required(
                                    "apiVersion",
                                    Shape.constant(API_VERSION),
                                    "the version of the format");
                            fields.required("kind", Shape.constant(name), "what the document is");
                            var meta = fields.required("metadata", metadata, "what it is called");
                            var body = fields.required("spec", spec, "what it says");
                            return values -> make.apply(values.of(meta), values.of(body));
                        }));
    }

    /// The document in a text, or all that is wrong with it. A document of another kind or version is only told so.
    ///
    /// @param source the text's name as the user gave it
    public Checked<T> read(String source, String text, Names names) {
        return YamlReader.read(source, text).flatMap(node -> read(node, names));
    }

    /// The document in a node.
    public Checked<T> read(Node document, Names names) {
        return stranger(document)
                .<Checked<T>>map(Checked::invalid)
                .orElseGet(() -> shape.read(document, names));
    }

    private Optional<Problem> stranger(Node document) {
        return other(document, "apiVersion", API_VERSION)
                .map(
                        found ->
                                Problem.error(
                                                WRONG_VERSION,
                                                found.place(),
                                                "this document is written in "
                                                        + Quoted.of(found.text())
                                                        + ", which this program does not read")
                                        .withAdvice("write it in " + API_VERSION))
                .or(
                        () ->
                                other(document, "kind", name)
                                        .map(
                                                found ->
                                                        Problem.error(
                                                                        WRONG_KIND,
                                                                        found.place(),
                                                                        "a document of kind "
                                                                                + Quoted.of(name)
                                                                                + " is wanted here, but this is of kind "
                                                                                + Quoted.of(
                                                                                        found
                                                                                                .text()))
                                                                .withAdvice(
                                                                        "name another file, or correct its kind")));
    }

    private static Optional<Node.Scalar> other(Node document, String key, String wanted) {
        if (document instanceof Node.Mapping mapping
                && mapping.get(key).orElse(null) instanceof Node.Scalar scalar
                && !scalar.isNull()
                && !scalar.text().equals(wanted)) {
            return Optional.of(scalar);
        }
        return Optional.empty();
    }
}
