package gotthard.report;

import gotthard.inventory.SiteName;
import gotthard.policy.Reading;
import gotthard.policy.Rule;
import gotthard.proof.Clause;
import gotthard.proof.Model;
import gotthard.proof.Situation;
import gotthard.proof.Unpaired;
import gotthard.world.CellId;
import gotthard.world.Holding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Rules of the policy as people say them.
final class RuleWords {
    private RuleWords() {}

    /// `Metadata are written only where the files are (rule metadata-after-files).`
    static String rule(Clause clause) {
        return clause.rule().title() + " (rule " + clause.rule().name() + ").";
    }

    /// The rules that were judged, each once.
    static List<Rule> rules(Model model) {
        return model.clauses().stream().map(Clause::rule).distinct().toList();
    }

    /// `the rule metadata-after-files reads files.stores at zurich-1, metadata.writes at zurich-1`
    static String footprint(Rule rule) {
        return "The rule "
                + rule.name()
                + " reads "
                + rule.that().footprint().stream()
                        .map(Reading::toString)
                        .collect(Collectors.joining(", "))
                + ".";
    }

    /// What is taken for granted of a rule that is not judged of a cell.
    static String unpaired(Unpaired unpaired) {
        return "The rule "
                + unpaired.rule().name()
                + " holds of "
                + unpaired.cell()
                + ": nothing here tells, because no step touches the cell of "
                + unpaired.cell().region()
                + " that it calls "
                + unpaired.missing()
                + "; prove a programme with the plan that does.";
    }

    /// What the rule says, and how things stand that it looks at.
    static List<String> broken(Clause clause, Situation situation) {
        var stands = new ArrayList<String>();
        for (Reading reading : clause.rule().that().footprint()) {
            stands.add(stands(clause, reading, situation));
        }
        return List.of(
                "Here "
                        + Sentences.and(stands)
                        + ", but the rule "
                        + clause.rule().name()
                        + " asks for: "
                        + clause.rule().that().text().strip()
                        + ".");
    }

    /// `files.stores of europe/files at zurich-1 is half`
    private static String stands(Clause clause, Reading reading, Situation situation) {
        CellId cell = clause.cell(reading.cell());
        Map<SiteName, Holding> sites = situation.cells().getOrDefault(cell, Map.of());
        String what = reading.cell() + "." + reading.what().word() + " of " + cell;
        return reading.at()
                .map(at -> what + " at " + at + " is " + level(reading, at, sites))
                .orElseGet(
                        () ->
                                what
                                        + " is "
                                        + sites.keySet().stream()
                                                .map(at -> level(reading, at, sites) + " at " + at)
                                                .collect(Collectors.joining(", ")));
    }

    private static String level(Reading reading, SiteName at, Map<SiteName, Holding> sites) {
        Holding holding = sites.get(at);
        return holding == null
                ? "none"
                : reading.what().of(holding).name().toLowerCase(Locale.ROOT);
    }
}
