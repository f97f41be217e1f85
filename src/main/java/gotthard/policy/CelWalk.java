package gotthard.policy;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;

import gotthard.inventory.SiteName;
import gotthard.problem.Problem;
import gotthard.problem.Problems;
import gotthard.problem.Quoted;
import gotthard.problem.Suggestion;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Walks through a checked condition: finds what it looks at, and refuses what could fail, take long, or name what is not there.
final class CelWalk {
    private static final int DEEPEST = 2;
    private static final long LARGEST = 1_000;
    private static final String INDEX = "_[_]";
    private static final Pattern SITE = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");

    /// As the language's definition calls them.
    private static final Set<String> ALLOWED =
            Set.of(
                    "logical_and",
                    "logical_or",
                    "logical_not",
                    "equals",
                    "not_equals",
                    "less_int64",
                    "less_equals_int64",
                    "greater_int64",
                    "greater_equals_int64",
                    "conditional",
                    "index_map",
                    "in_list",
                    "in_map",
                    "list_size",
                    "size_list",
                    "map_size",
                    "size_map",
                    "add_int64",
                    "subtract_int64",
                    "negate_int64",
                    "add_list",
                    "not_strictly_false");

    private final CelAbstractSyntaxTree tree;
    private final Optional<Set<String>> sites;
    private final ExpressionPlaces places;
    private final Problems problems;
    private final Set<Reading> found =
            new TreeSet<>(
                    Comparator.comparing(Reading::cell)
                            .thenComparing(Reading::what)
                            .thenComparing(
                                    reading -> reading.at().map(SiteName::value).orElse("")));

    CelWalk(
            CelAbstractSyntaxTree tree,
            Optional<Set<String>> sites,
            ExpressionPlaces places,
            Problems problems) {
        this.tree = tree;
        this.sites = sites;
        this.places = places;
        this.problems = problems;
    }

    void walk() {
        walk(tree.getExpr(), 0);
    }

    /// Without single sites of what is looked at everywhere.
    List<Reading> footprint() {
        return found.stream()
                .filter(
                        reading ->
                                reading.at().isEmpty()
                                        || !found.contains(
                                                everywhere(reading.cell(), reading.what())))
                .toList();
    }

    private static Reading everywhere(String cell, Quantity what) {
        return new Reading(cell, what, Optional.empty());
    }

    private void walk(CelExpr at, int depth) {
        switch (at.exprKind().getKind()) {
            case CONSTANT -> constant(at);
            case IDENT -> variable(at).ifPresent(found::add);
            case SELECT -> select(at);
            case CALL -> call(at, depth);
            case LIST -> at.list().elements().forEach(element -> walk(element, depth));
            case COMPREHENSION -> comprehension(at, depth);
            case MAP, STRUCT, NOT_SET ->
                    refuse(at, "makes a structure, which rules can't", "compare levels of sites");
        }
    }

    private void constant(CelExpr at) {
        CelConstant constant = at.constant();
        switch (constant.getKind()) {
            case STRING_VALUE -> isSite(at, constant.stringValue());
            case INT64_VALUE -> {
                if (Math.abs(constant.int64Value()) > LARGEST) {
                    refuse(at, "has a number over 1,000", "levels are none, half and full");
                }
            }
            case BOOLEAN_VALUE -> {}
            default ->
                    refuse(
                            at,
                            "has a value that no level is compared with",
                            "levels are none, half and full");
        }
    }

    /// Whether there can be a site of that name.
    private boolean isSite(CelExpr at, String name) {
        boolean isKnown =
                sites.map(names -> names.contains(name)).orElse(SITE.matcher(name).matches());
        if (!isKnown) {
            refuse(
                    at,
                    "names the unknown site " + Quoted.of(name),
                    sites.flatMap(names -> Suggestion.didYouMean(name, names))
                            .orElse(
                                    "the inventory has "
                                            + String.join(
                                                    ", ", new TreeSet<>(sites.orElse(Set.of())))));
        }
        return isKnown;
    }

    /// What an identifier stands for, looked at everywhere; nothing for levels and what macros bind.
    private Optional<Reading> variable(CelExpr at) {
        var reference = tree.getReferenceMap().get(at.id());
        if (reference == null) {
            return Optional.empty();
        }
        String[] parts = reference.name().split("[.]", 2);
        return parts.length < 2
                ? Optional.empty()
                : Quantity.named(parts[1]).map(what -> everywhere(parts[0], what));
    }

    private Optional<Reading> variableOf(CelExpr at) {
        return at.exprKind().getKind() == CelExpr.ExprKind.Kind.IDENT
                ? variable(at)
                : Optional.empty();
    }

    /// `files.stores.moscow`
    private void select(CelExpr at) {
        Optional<Reading> of = variableOf(at.select().operand());
        if (of.isEmpty()) {
            refuse(at, "selects a part of what has none", "read files.stores[\"zurich-1\"]");
            return;
        }
        addAt(of.get(), at, at.select().field());
    }

    private void addAt(Reading everywhere, CelExpr at, String site) {
        if (isSite(at, site)) {
            found.add(
                    new Reading(
                            everywhere.cell(), everywhere.what(), Optional.of(new SiteName(site))));
        }
    }

    private void call(CelExpr at, int depth) {
        var reference = tree.getReferenceMap().get(at.id());
        if (reference == null || !ALLOWED.containsAll(reference.overloadIds())) {
            refuse(
                    at,
                    "uses "
                            + Quoted.of(at.call().function().replace("_", ""))
                            + " in a way that rules don't know",
                    "they compare levels, and know &&, ||, !, all, exists, exists_one, filter, map and size");
            return;
        }
        List<CelExpr> arguments = at.call().args();
        if (at.call().function().equals(INDEX)) {
            Optional<Reading> of = variableOf(arguments.getFirst());
            CelExpr key = arguments.getLast();
            if (of.isPresent() && key.exprKind().getKind() == CelExpr.ExprKind.Kind.CONSTANT) {
                addAt(of.get(), key, key.constant().stringValue());
                return;
            }
        }
        at.call().target().ifPresent(target -> walk(target, depth));
        arguments.forEach(argument -> walk(argument, depth));
    }

    private void comprehension(CelExpr at, int depth) {
        if (depth == DEEPEST) {
            refuse(
                    at,
                    "goes through all sites inside of that inside of that",
                    "write two rules, or leave one of them out");
            return;
        }
        CelExpr.CelComprehension all = at.comprehension();
        List.of(all.iterRange(), all.accuInit(), all.loopCondition(), all.loopStep(), all.result())
                .forEach(part -> walk(part, depth + 1));
    }

    private void refuse(CelExpr at, String message, String advice) {
        int offset = tree.getSource().getPositionsMap().getOrDefault(at.id(), 0);
        problems.add(
                Problem.error(
                                CelWords.RULE,
                                places.at(offset),
                                "\"that\" " + message + places.near(offset))
                        .withAdvice(advice));
    }
}
