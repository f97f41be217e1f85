package gotthard.plan;

import gotthard.problem.Checked;
import gotthard.problem.Code;
import gotthard.problem.Place;
import gotthard.problem.Problem;
import gotthard.problem.Problems;
import gotthard.problem.Quoted;
import gotthard.problem.Suggestion;
import gotthard.shape.Located;
import gotthard.yaml.Entry;
import gotthard.yaml.Node;
import gotthard.yaml.Style;

import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Replaces `${variable}` by its value in the texts of a node. `$${` stands for `${` itself; there are no expressions.
///
/// A text that is nothing but one variable is then read by the type that its field wants: `"${replicas}"` may become a number.
public final class Interpolation {
    private static final Code UNKNOWN = new Code("unknown-variable");
    private static final Code BROKEN = new Code("broken-variable");
    private static final Pattern START = Pattern.compile("\\$\\$\\{|\\$\\{([^{}]*)(}?)");

    private final Map<String, String> values;
    private final Problems problems = new Problems();

    private Interpolation(Map<String, String> values) {
        this.values = values;
    }

    /// The node with every variable replaced; places are kept, keys are left alone.
    public static Checked<Node> of(Node node, Map<String, String> values) {
        var interpolation = new Interpolation(values);
        Node replaced = interpolation.replaced(node);
        return interpolation.problems.checked(replaced);
    }

    /// A text with every variable replaced.
    public static Checked<String> of(Located<String> text, Map<String, String> values) {
        var interpolation = new Interpolation(values);
        String replaced = interpolation.replaced(text.value(), text.place());
        return interpolation.problems.checked(replaced);
    }

    private Node replaced(Node node) {
        return switch (node) {
            case Node.Scalar scalar -> replaced(scalar);
            case Node.Sequence(var items, var place) ->
                    new Node.Sequence(items.stream().map(this::replaced).toList(), place);
            case Node.Mapping(var entries, var place) ->
                    new Node.Mapping(
                            entries.stream()
                                    .map(entry -> new Entry(entry.key(), replaced(entry.value())))
                                    .toList(),
                            place);
        };
    }

    private Node replaced(Node.Scalar scalar) {
        if (!scalar.text().contains("${")) {
            return scalar;
        }
        String text = replaced(scalar.text(), scalar.place());
        boolean isOneVariable =
                scalar.text().startsWith("${")
                        && scalar.text().indexOf('}') == scalar.text().length() - 1;
        return new Node.Scalar(text, isOneVariable ? Style.PLAIN : scalar.style(), scalar.place());
    }

    private String replaced(String text, Place place) {
        Matcher found = START.matcher(text);
        var replaced = new StringBuilder();
        while (found.find()) {
            found.appendReplacement(replaced, Matcher.quoteReplacement(value(found, place)));
        }
        return found.appendTail(replaced).toString();
    }

    private String value(Matcher found, Place place) {
        String name = found.group(1);
        if (name == null) {
            return "${";
        }
        if (found.group(2).isEmpty() || name.isBlank()) {
            problems.add(
                    Problem.error(
                                    BROKEN,
                                    place,
                                    "\"${\" begins a variable that has no end or no name")
                            .withAdvice("write ${name}, or $${ for the characters themselves"));
            return "";
        }
        String value = values.get(name);
        if (value == null) {
            problems.add(
                    Problem.error(
                                    UNKNOWN,
                                    place,
                                    "the variable " + Quoted.of(name) + " is not known here")
                            .withAdvice(advice(name)));
            return "";
        }
        return value;
    }

    private Optional<String> advice(String name) {
        return Suggestion.didYouMean(name, values.keySet())
                .or(
                        () ->
                                Optional.of(
                                        values.isEmpty()
                                                ? "declare it under \"each:\", or write $${ for the characters themselves"
                                                : "known are "
                                                        + String.join(
                                                                ", ",
                                                                new TreeSet<>(values.keySet()))));
    }
}
