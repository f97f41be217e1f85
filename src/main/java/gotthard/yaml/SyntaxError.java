package gotthard.yaml;

import gotthard.problem.Code;
import gotthard.problem.Place;
import gotthard.problem.Problem;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/// Says in our words what the parser could not read.
final class SyntaxError {
    private static final Code SYNTAX = new Code("yaml-syntax");

    /// What the parser complains about, and how we say it.
    ///
    /// @param atContext whether the mistake is where the parser began rather than where it gave up
    private record Wording(
            Predicate<String> complaint, boolean atContext, String message, String advice) {
        static Wording of(String words, String message, String advice) {
            return new Wording(complaint -> complaint.contains(words), false, message, advice);
        }

        static Wording opened(String words, String message, String advice) {
            return new Wording(complaint -> complaint.contains(words), true, message, advice);
        }
    }

    private static final List<Wording> WORDINGS =
            List.of(
                    Wording.of(
                            "incompatible YAML document",
                            "this is another version of YAML",
                            "remove the line that starts with %"),
                    Wording.of(
                            "\\t(TAB)",
                            "a tab stands where YAML wants spaces",
                            "indent with spaces"),
                    Wording.opened(
                            "while scanning a quoted scalar found unexpected end",
                            "this quote is never closed",
                            "add the closing quote"),
                    Wording.of(
                            "unknown escape",
                            "this escape is unknown in double quotes",
                            "write \\\\ for a backslash, or use single quotes"),
                    Wording.of(
                            "expected escape sequence",
                            "this escape needs hexadecimal digits",
                            "write \\\\ for a backslash, or use single quotes"),
                    Wording.of(
                            "mapping values are not allowed",
                            "a second \": \" on one line, or a key in a wrong column",
                            "quote a text that contains \": \", or mend the indentation"),
                    Wording.opened(
                            "could not find expected ':'",
                            "a key without a colon",
                            "add \":\" behind it, or mend the indentation"),
                    Wording.opened(
                            "while parsing a flow sequence",
                            "the list that \"[\" opens is not closed properly",
                            "add \"]\", or the comma that is missing between two items"),
                    Wording.opened(
                            "while parsing a flow mapping",
                            "the mapping that \"{\" opens is not closed properly",
                            "add \"}\", or the comma that is missing between two keys"),
                    Wording.of(
                            "while parsing a block",
                            "the indentation of this line does not fit the lines above",
                            "align it with the keys or items that it belongs to"),
                    Wording.of(
                            "sequence entries are not allowed",
                            "a list item in a wrong place",
                            "put \"- \" on a line of its own"),
                    Wording.of(
                            "that cannot start any token",
                            "a value can't start with this character",
                            "put the value in quotes"),
                    Wording.of(
                            "expected the node content",
                            "a value is missing here, or the character has a meaning in YAML",
                            "write the value, in quotes if it starts with a special character"),
                    Wording.of(
                            "expected '<document start>'",
                            "the document has ended, but here is more text",
                            "mend the indentation, or remove the text"),
                    Wording.of(
                            "tag",
                            "this tag can't be read",
                            "remove it, or quote a text that starts with !"),
                    Wording.of(
                            "scanning a block scalar",
                            "this text block does not start properly",
                            "write only \"|\" or \">\" on this line, and indent the text with spaces"),
                    Wording.of(
                            "directive",
                            "YAML directives are not read",
                            "remove the line that starts with %"));

    private SyntaxError() {}

    static Problem of(MarkedYAMLException broken, Source source) {
        String complaint =
                Objects.requireNonNullElse(broken.getContext(), "")
                        + " "
                        + Objects.requireNonNullElse(broken.getProblem(), "");
        for (Wording wording : WORDINGS) {
            if (wording.complaint.test(complaint)) {
                Place place =
                        place(
                                wording.atContext ? broken.getContextMark() : null,
                                broken.getProblemMark(),
                                source);
                return Problem.error(SYNTAX, place, wording.message).withAdvice(wording.advice);
            }
        }
        return unknown(place(null, broken.getProblemMark(), source));
    }

    static Problem of(ReaderException broken, Source source, String text) {
        String character = "U+%04X".formatted(broken.getCodePoint());
        return Problem.error(
                        SYNTAX,
                        source.at(broken.getPosition(), text),
                        "the character " + character + " is not allowed in YAML")
                .withAdvice("remove it, or write it as an escape in double quotes");
    }

    static Problem unknown(Place place) {
        return Problem.error(SYNTAX, place, "this is not YAML")
                .withAdvice("look for a wrong indentation or a special character without quotes");
    }

    private static Place place(@Nullable Mark preferred, @Nullable Mark otherwise, Source source) {
        if (preferred != null) {
            return source.at(preferred);
        }
        return otherwise == null ? source.whole() : source.at(otherwise);
    }
}
