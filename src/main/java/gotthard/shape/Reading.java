package gotthard.shape;

import gotthard.problem.Code;
import gotthard.problem.Place;
import gotthard.problem.Problem;
import gotthard.problem.Problems;
import gotthard.problem.Quoted;
import gotthard.yaml.Node;
import gotthard.yaml.Style;

import java.util.Optional;

/// One reading of a document: what may be referred to, what was found wrong, and what is being read.
///
/// @param subject what is read now, as the subject of a sentence: `"lag"`
record Reading(Names names, Problems problems, String subject) {
    private static final Code WRONG_TYPE = new Code("wrong-type");
    private static final Code NO_VALUE = new Code("no-value");

    /// What stands under a key.
    Reading of(String key) {
        return new Reading(names, problems, Quoted.of(key));
    }

    Reading ofItem() {
        return subject.startsWith("an item of ")
                ? this
                : new Reading(names, problems, "an item of " + subject);
    }

    <T> Optional<T> refuse(Code code, Place place, String message, Optional<String> advice) {
        problems.add(Problem.error(code, place, message).withAdvice(advice));
        return Optional.empty();
    }

    <T> Optional<T> refuse(Code code, Place place, String message) {
        return refuse(code, place, message, Optional.empty());
    }

    /// @param wanted a noun with its article, such as `a list`
    <T> Optional<T> wrongType(Node found, String wanted, Optional<String> advice) {
        if (found instanceof Node.Scalar scalar && scalar.isNull()) {
            return refuse(
                    NO_VALUE,
                    found.place(),
                    subject + " has no value, but wants " + wanted,
                    advice);
        }
        return refuse(
                WRONG_TYPE,
                found.place(),
                subject + " wants " + wanted + ", not " + described(found),
                advice);
    }

    private static String described(Node node) {
        return switch (node) {
            case Node.Mapping _ -> "a mapping";
            case Node.Sequence _ -> "a list";
            case Node.Scalar(var text, var style, var _) when style == Style.PLAIN ->
                    Quoted.of(text);
            case Node.Scalar(var text, var _, var _) -> "the text " + Quoted.of(text);
        };
    }
}
