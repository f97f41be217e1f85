package gotthard.yaml;

import gotthard.problem.Checked;
import gotthard.problem.Code;
import gotthard.problem.Place;
import gotthard.problem.Problem;
import gotthard.problem.Problems;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Reads YAML of a deliberately small kind: no anchors, aliases, merge keys or tags, no key twice, nesting of at most 64
/// levels, at most 4 MiB of UTF-8. Whatever is refused is a located problem; nothing in a text makes it throw.
public final class YamlReader {
    /// The deepest nesting that is read.
    public static final int DEEPEST = 64;

    /// The longest line that is read, in UTF-16 units; the parser's time grows with the square of it.
    public static final int LONGEST_LINE = 1024 * 1024;

    /// The longest text that is read, in bytes of UTF-8.
    public static final int LARGEST = 4 * 1024 * 1024;

    private static final Code TOO_LARGE = new Code("yaml-too-large");
    private static final Code EMPTY = new Code("yaml-empty");
    private static final Code SEVERAL = new Code("yaml-several-documents");
    private static final Code ENCODING = new Code("yaml-encoding");

    private YamlReader() {}

    /// The only document of a text.
    ///
    /// @param source the text's name as the user gave it, for the places of problems
    public static Checked<Node> read(String source, String text) {
        return readAll(source, text).flatMap(documents -> single(source, documents));
    }

    /// The only document of a file's bytes, which must be UTF-8.
    public static Checked<Node> read(String source, byte[] bytes) {
        return decode(source, bytes).flatMap(text -> read(source, text));
    }

    /// All documents of a text that are not empty, such as Kubernetes manifests.
    public static Checked<List<Node>> readAll(String source, String text) {
        if (text.length() > LARGEST || text.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
            return tooLarge(source);
        }
        var lines = new Source(source, text);
        Optional<Place> tooLong = lines.longerThan(LONGEST_LINE);
        if (tooLong.isPresent()) {
            return Checked.invalid(
                    Problem.error(TOO_LARGE, tooLong.get(), "this line is longer than 1 MiB")
                            .withAdvice("break it"));
        }
        var problems = new Problems();
        var options = new LoaderOptions();
        options.setCodePointLimit(LARGEST + 1);
        options.setProcessComments(false);
        try {
            var parser = new ParserImpl(new StreamReader(text), options);
            return problems.checked(new Composition(parser, lines, problems).documents());
        } catch (Composition.GivenUp _) {
            return new Checked.Invalid<>(problems.sorted());
        } catch (MarkedYAMLException broken) {
            problems.add(SyntaxError.of(broken, lines));
        } catch (ReaderException broken) {
            problems.add(SyntaxError.of(broken, lines, text));
        } catch (YAMLException broken) {
            problems.add(SyntaxError.unknown(lines.whole()));
        }
        return new Checked.Invalid<>(problems.sorted());
    }

    /// All documents of a file's bytes, which must be UTF-8.
    public static Checked<List<Node>> readAll(String source, byte[] bytes) {
        return decode(source, bytes).flatMap(text -> readAll(source, text));
    }

    private static Checked<Node> single(String source, List<Node> documents) {
        if (documents.isEmpty()) {
            return Checked.invalid(
                    Problem.error(EMPTY, Place.of(source), "nothing is written here")
                            .withAdvice("a document starts with \"apiVersion: gotthard/v1\""));
        }
        if (documents.size() > 1) {
            return Checked.invalid(
                    Problem.error(
                                    SEVERAL,
                                    documents.get(1).place(),
                                    "a second document starts here, but one is wanted")
                            .withAdvice("put each into a file of its own"));
        }
        return Checked.valid(documents.getFirst());
    }

    private static Checked<String> decode(String source, byte[] bytes) {
        if (bytes.length > LARGEST) {
            return tooLarge(source);
        }
        var decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        var from = ByteBuffer.wrap(bytes);
        var to = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(from, to, true);
        String text = to.flip().toString();
        if (result.isError()) {
            Place place = new Source(source, text).at(text.codePointCount(0, text.length()), text);
            return Checked.invalid(
                    Problem.error(
                                    ENCODING,
                                    place,
                                    "the byte 0x%02x here is not UTF-8"
                                            .formatted(bytes[from.position()]))
                            .withAdvice("save the file as UTF-8"));
        }
        return Checked.valid(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    private static <T> Checked<T> tooLarge(String source) {
        return Checked.invalid(
                Problem.error(TOO_LARGE, Place.of(source), "the text is larger than 4 MiB")
                        .withAdvice("split it into several documents"));
    }
}
