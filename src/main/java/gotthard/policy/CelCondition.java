package gotthard.policy;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;

import gotthard.inventory.SiteName;
import gotthard.world.Level;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// A condition in the Common Expression Language that was checked, so that nothing can go wrong when it is judged.
final class CelCondition implements Condition {
    static final Map<String, Long> LEVELS =
            Map.of(
                    "none",
                    number(Level.NONE),
                    "half",
                    number(Level.HALF),
                    "full",
                    number(Level.FULL));

    private static final CelRuntime RUNTIME = CelRuntimeFactory.plannerRuntimeBuilder().build();

    private final String text;
    private final List<Reading> footprint;
    private final Set<SiteName> sites;
    private final CelRuntime.Program program;

    private CelCondition(
            String text, List<Reading> footprint, Set<SiteName> sites, CelRuntime.Program program) {
        this.text = text;
        this.footprint = List.copyOf(footprint);
        this.sites = Set.copyOf(sites);
        this.program = program;
    }

    /// @param sites of the inventory
    static CelCondition of(
            String text,
            CelAbstractSyntaxTree checked,
            List<Reading> footprint,
            Set<SiteName> sites) {
        try {
            var all = new TreeSet<>(sites);
            footprint.forEach(reading -> reading.at().ifPresent(all::add));
            return new CelCondition(text, footprint, all, RUNTIME.createProgram(checked));
        } catch (CelEvaluationException broken) {
            throw new IllegalStateException("a checked condition has no program: " + text, broken);
        }
    }

    @Override
    public String text() {
        return text;
    }

    @Override
    public List<Reading> footprint() {
        return footprint;
    }

    @Override
    public boolean holds(Levels levels) {
        Map<String, Object> values = new HashMap<>(LEVELS);
        for (Reading reading : footprint) {
            values.computeIfAbsent(
                    variable(reading.cell(), reading.what()), _ -> all(reading, levels));
        }
        try {
            return (boolean) program.eval(values);
        } catch (CelEvaluationException broken) {
            throw new IllegalStateException("a checked condition can't be judged: " + text, broken);
        }
    }

    /// Of every site, also where the condition names only one: what it does not look at makes no difference.
    private Map<String, Long> all(Reading reading, Levels levels) {
        var all = new HashMap<String, Long>();
        for (SiteName site : sites) {
            all.put(site.value(), number(levels.of(reading.cell(), reading.what(), site)));
        }
        return all;
    }

    static String variable(String cell, Quantity what) {
        return cell + "." + what.word();
    }

    private static long number(Level level) {
        return switch (level) {
            case NONE -> 0;
            case HALF -> 1;
            case FULL -> 2;
        };
    }
}
