package gotthard.policy;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;

import gotthard.inventory.SiteName;
import gotthard.problem.Checked;
import gotthard.problem.Problems;
import gotthard.shape.Located;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Reads conditions in the Common Expression Language (cel.dev), of which only what always comes to an end, quickly and with a value, may be used.
/// It is slow to load, and nobody comes here where there are no rules.
final class CelReading {
    static final int LONGEST = 1_000;

    private final Located<String> written;
    private final Set<String> cells;
    private final Optional<Set<String>> sites;

    private CelReading(Located<String> written, Set<String> cells, Optional<Set<String>> sites) {
        this.written = written;
        this.cells = cells;
        this.sites = sites;
    }

    /// The condition, or all that is wrong with it.
    ///
    /// @param cells the names that it may read
    /// @param sites of the inventory; none where they are not known
    static Checked<Condition> read(
            Located<String> written, Set<String> cells, Optional<Set<String>> sites) {
        return new CelReading(written, cells, sites).read();
    }

    private Checked<Condition> read() {
        var places = new ExpressionPlaces(written);
        CelValidationResult compiled = compiler().build().compile(written.value());
        var problems = new Problems();
        if (compiled.hasError()) {
            var words = new CelWords(cells, places);
            for (CelIssue issue : compiled.getErrors()) {
                problems.add(words.problem(issue));
            }
            return new Checked.Invalid<>(problems.sorted());
        }
        CelAbstractSyntaxTree tree = tree(compiled);
        var walk = new CelWalk(tree, sites, places, problems);
        walk.walk();
        if (!problems.sorted().isEmpty()) {
            return new Checked.Invalid<>(problems.sorted());
        }
        var known = new TreeSet<SiteName>();
        sites.ifPresent(names -> names.forEach(name -> known.add(new SiteName(name))));
        return Checked.valid(CelCondition.of(written.value(), tree, walk.footprint(), known));
    }

    private static CelAbstractSyntaxTree tree(CelValidationResult compiled) {
        try {
            return compiled.getAst();
        } catch (CelValidationException broken) {
            throw new IllegalStateException("no error, and no tree", broken);
        }
    }

    private CelCompilerBuilder compiler() {
        CelCompilerBuilder builder =
                CelCompilerFactory.standardCelCompilerBuilder()
                        .setOptions(
                                CelOptions.current().maxExpressionCodePointSize(LONGEST).build())
                        .setStandardMacros(
                                CelStandardMacro.ALL,
                                CelStandardMacro.EXISTS,
                                CelStandardMacro.EXISTS_ONE,
                                CelStandardMacro.FILTER,
                                CelStandardMacro.MAP)
                        .setResultType(SimpleType.BOOL);
        CelCondition.LEVELS.keySet().forEach(level -> builder.addVar(level, SimpleType.INT));
        for (String cell : cells) {
            for (Quantity what : Quantity.values()) {
                builder.addVar(
                        CelCondition.variable(cell, what),
                        MapType.create(SimpleType.STRING, SimpleType.INT));
            }
        }
        return builder;
    }
}
