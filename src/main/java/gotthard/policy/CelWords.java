package gotthard.policy;

import dev.cel.common.CelIssue;

import gotthard.problem.Code;
import gotthard.problem.Problem;
import gotthard.problem.Quoted;
import gotthard.problem.Suggestion;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the checker of CEL finds, as people need to read it.
final class CelWords {
    static final Code RULE = new Code("rule");
    private static final Pattern UNKNOWN =
            Pattern.compile("undeclared reference to '(.*?)'.*", Pattern.DOTALL);
    private static final Pattern TYPE = Pattern.compile("expected type 'bool' but found '(.*?)'");
    private static final Pattern OPERATOR =
            Pattern.compile(
                    "found no matching overload for '(.*?)' applied to '(.*?)' .*", Pattern.DOTALL);
    private static final Pattern SYNTAX =
            Pattern.compile("(mismatched|extraneous) input '(.*?)' expecting.*", Pattern.DOTALL);

    private final Set<String> cells;
    private final ExpressionPlaces places;

    CelWords(Set<String> cells, ExpressionPlaces places) {
        this.cells = cells;
        this.places = places;
    }

    Problem problem(CelIssue issue) {
        int offset =
                places.offset(
                        issue.getSourceLocation().getLine(), issue.getSourceLocation().getColumn());
        String message = issue.getMessage();
        Matcher unknown = UNKNOWN.matcher(message);
        if (unknown.matches()) {
            return unknown(offset, unknown.group(1));
        }
        Matcher type = TYPE.matcher(message);
        if (type.matches()) {
            return refuse(
                    offset,
                    "must be true or false, but is of the type " + type.group(1),
                    "compare it, such as with == full");
        }
        Matcher operator = OPERATOR.matcher(message);
        if (operator.matches()) {
            return refuse(
                    offset,
                    "applies "
                            + Quoted.of(operator.group(1).replace("_", ""))
                            + " to "
                            + operator.group(2)
                            + ", which can't be",
                    "levels are numbers: none, half, full");
        }
        Matcher syntax = SYNTAX.matcher(message);
        if (syntax.matches()) {
            boolean isEnd = syntax.group(2).equals("<EOF>");
            return refuse(
                    offset,
                    isEnd
                            ? "ends too early"
                            : "can't be read from " + Quoted.of(syntax.group(2)) + " on",
                    "write it in CEL, such as files.stores[\"zurich-1\"] == full");
        }
        return refuse(
                offset,
                "can't be read: " + message.lines().findFirst().orElse(""),
                "write it in CEL, at most "
                        + CelReading.LONGEST
                        + " characters, such as files.stores[\"zurich-1\"] == full");
    }

    private Problem unknown(int offset, String name) {
        String[] parts = places.token(offset).split("[.]", 3);
        if (parts.length > 1 && cells.contains(parts[0])) {
            return refuse(
                    offset,
                    "reads "
                            + Quoted.of(parts[1])
                            + " of "
                            + Quoted.of(parts[0])
                            + ", which cells don't have",
                    Suggestion.didYouMean(parts[1], Quantity.words())
                            .orElse("they have " + String.join(", ", Quantity.words())));
        }
        if (cells.contains(name)) {
            return refuse(
                    offset,
                    "takes " + Quoted.of(name) + " for a value, but it is a cell",
                    "read something of it, such as " + name + ".stores[\"zurich-1\"]");
        }
        if (places.token(offset).equals("(")) {
            return refuse(
                    offset,
                    "calls " + Quoted.of(name) + ", which rules don't know",
                    "they know all, exists, exists_one, filter, map and size");
        }
        var known = new TreeSet<>(cells);
        known.addAll(CelCondition.LEVELS.keySet());
        List<String> declared = new ArrayList<>(cells);
        return refuse(
                offset,
                "reads " + Quoted.of(name) + ", which \"cells\" does not name",
                Suggestion.didYouMean(name, known)
                        .orElse("it names " + String.join(", ", declared)));
    }

    private Problem refuse(int offset, String message, String advice) {
        return Problem.error(RULE, places.at(offset), "\"that\" " + message + places.near(offset))
                .withAdvice(advice);
    }
}
