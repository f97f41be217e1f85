package gotthard.policy;

import gotthard.inventory.Inventory;
import gotthard.problem.Checked;
import gotthard.problem.Problem;
import gotthard.problem.Problems;
import gotthard.problem.Quoted;
import gotthard.shape.Judged;
import gotthard.shape.Located;
import gotthard.shape.Names;
import gotthard.shape.Parsed;
import gotthard.shape.Shape;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;

/// How rules with a condition are written.
final class RuleShapes {
    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]{0,29}");

    /// Of the language, and of what rules know.
    private static final Set<String> TAKEN =
            Set.of(
                    "none",
                    "half",
                    "full",
                    "all",
                    "exists",
                    "filter",
                    "map",
                    "size",
                    "true",
                    "false",
                    "null",
                    "in",
                    "as",
                    "break",
                    "const",
                    "continue",
                    "else",
                    "for",
                    "function",
                    "if",
                    "import",
                    "let",
                    "loop",
                    "package",
                    "namespace",
                    "return",
                    "var",
                    "void",
                    "while",
                    "type",
                    "int",
                    "uint",
                    "double",
                    "bool",
                    "string",
                    "bytes",
                    "list",
                    "dyn",
                    "duration",
                    "timestamp",
                    "matches",
                    "contains",
                    "has");

    private static final String ONE_OR_TWO =
            "a rule is of one cell or of two of one region: break what is of more into several rules";

    /// Rules, each with its own name.
    static final Shape<List<Rule>> RULES =
            Judged.of(
                            written(),
                            "its \"that\" is true or false of the cells that it names",
                            RuleShapes::judged)
                    .named(
                            "Rule",
                            "What must hold at every moment, as an expression in CEL (cel.dev) over how one cell, or two cells of one"
                                    + " region, stand at sites. Each name has `stores`, `holdsNew`, `writes`, `serves`, `processes`,"
                                    + " `deployed`, `staged` and `verified`, each a map from the sites to `none`, `half` or `full`."
                                    + " It may use comparisons, `&&`, `||`, `!`, `?:`, `in`, `size`, `all`, `exists`, `exists_one`,"
                                    + " `filter` and `map`.")
                    .list()
                    .where(RuleShapes::areDifferent, "two rules have the same name; rename one");

    private RuleShapes() {}

    /// A rule before its condition was looked at.
    private record Written(
            String name,
            String title,
            Map<Located<String>, CellChoice> cells,
            Located<String> that,
            Validity validity) {
        SequencedMap<String, CellChoice> choices() {
            var choices = new LinkedHashMap<String, CellChoice>();
            cells.forEach((cell, choice) -> choices.put(cell.value(), choice));
            return choices;
        }

        /// Two cells are of one region; where each is of others, there are none.
        boolean canBeMet() {
            return cells.values().stream()
                    .map(CellChoice::regions)
                    .filter(regions -> !regions.isEmpty())
                    .reduce(
                            (one, other) -> {
                                var both = new LinkedHashSet<>(one);
                                both.retainAll(other);
                                return both;
                            })
                    .map(regions -> !regions.isEmpty())
                    .orElse(true);
        }
    }

    private static boolean areDifferent(List<Rule> rules) {
        return rules.stream().map(Rule::name).distinct().count() == rules.size();
    }

    private static Shape<Written> written() {
        return Shape.<Written>object(
                        fields -> {
                            var name =
                                    fields.required(
                                            "name",
                                            Shape.name(),
                                            "what stories and waivers call it");
                            var title =
                                    fields.required(
                                            "title",
                                            Shape.text(),
                                            "what it asks for, as a sentence without a full stop");
                            var cells =
                                    fields.required(
                                            "cells",
                                            Shape.mapOf(
                                                            cellName().located(),
                                                            CellChoiceShape.orElse("all"))
                                                    .where(
                                                            some ->
                                                                    some.size() == 1
                                                                            || some.size() == 2,
                                                            ONE_OR_TWO),
                                            "one or two names, and which cells each stands for; it holds in each region");
                            var that =
                                    fields.required(
                                            "that",
                                            Shape.text().located(),
                                            "the condition, such as files.stores[\"zurich-1\"] == full");
                            var validity = new ValidityFields(fields);
                            return values ->
                                    new Written(
                                            values.of(name),
                                            values.of(title),
                                            values.of(cells),
                                            values.of(that),
                                            validity.validity(values));
                        })
                .where(written -> written.validity().holdsEver(), ValidityFields.HOLDS_NEVER)
                .where(
                        Written::canBeMet,
                        "its cells have no region in common, and a rule is of cells of one region; name the same regions");
    }

    private static Shape<String> cellName() {
        return Shape.text()
                .parse(
                        "a name for a cell",
                        text ->
                                NAME.matcher(text).matches() && !TAKEN.contains(text)
                                        ? Parsed.good(text)
                                        : Parsed.bad(
                                                "is none; write a word of letters and digits that begins with a small letter and that"
                                                        + " the language does not use itself"));
    }

    private static Checked<Rule> judged(Written written, Names names) {
        var choices = written.choices();
        return switch (CelReading.read(
                written.that(), choices.keySet(), names.known(Inventory.SITE))) {
            case Checked.Invalid<Condition>(var problems) -> new Checked.Invalid<>(problems);
            case Checked.Valid<Condition>(var that, _) -> {
                var unread = new Problems();
                written.cells().keySet().stream()
                        .filter(
                                cell ->
                                        that.footprint().stream()
                                                .noneMatch(
                                                        reading ->
                                                                reading.cell()
                                                                        .equals(cell.value())))
                        .forEach(cell -> unread.add(unread(cell)));
                yield unread.sorted().isEmpty()
                        ? Checked.valid(
                                new Rule(
                                        written.name(),
                                        written.title(),
                                        Collections.unmodifiableSequencedMap(choices),
                                        that,
                                        written.validity()))
                        : new Checked.Invalid<>(unread.sorted());
            }
        };
    }

    private static Problem unread(Located<String> cell) {
        return Problem.error(
                        CelWords.RULE,
                        cell.place(),
                        "\"that\" never reads " + Quoted.of(cell.value()))
                .withAdvice("leave the cell out, or read it");
    }
}
