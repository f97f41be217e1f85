package gotthard.graph;

import gotthard.inventory.Endpoint;
import gotthard.inventory.Inventory;
import gotthard.inventory.MetricSignal;
import gotthard.inventory.SignalName;
import gotthard.inventory.Site;
import gotthard.inventory.SiteName;
import gotthard.plan.Plan;
import gotthard.problem.Code;
import gotthard.problem.Problem;
import gotthard.problem.Problems;
import gotthard.problem.Quoted;
import gotthard.problem.Suggestion;
import gotthard.shape.Located;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// Finds the signals that a plan protects sites by.
final class Protecting {
    private static final Code UNKNOWN = new Code("unknown-signal");

    private Protecting() {}

    static Map<SiteName, Protected> of(Plan plan, Inventory inventory, Problems problems) {
        var all = new LinkedHashMap<SiteName, Protected>();
        plan.protect()
                .forEach(
                        (site, protection) -> {
                            List<MetricSignal> signals =
                                    protection.pauseWhen().stream()
                                            .flatMap(
                                                    name ->
                                                            signal(inventory, site, name, problems)
                                                                    .stream())
                                            .toList();
                            all.put(site, new Protected(protection.rate(), signals));
                        });
        return all;
    }

    private static Optional<MetricSignal> signal(
            Inventory inventory, SiteName site, Located<SignalName> name, Problems problems) {
        Map<SignalName, MetricSignal> known =
                Optional.ofNullable(inventory.sites().get(site))
                        .flatMap(Site::metrics)
                        .map(Endpoint.Metrics::signals)
                        .orElse(Map.of());
        MetricSignal found = known.get(name.value());
        if (found == null) {
            List<String> names = known.keySet().stream().map(SignalName::value).toList();
            problems.add(
                    Problem.error(
                                    UNKNOWN,
                                    name.place(),
                                    "the site "
                                            + Quoted.of(site.value())
                                            + " has no signal "
                                            + Quoted.of(name.value().value()))
                            .withAdvice(
                                    Suggestion.didYouMean(name.value().value(), names)
                                            .orElseGet(() -> declared(names))));
        }
        return Optional.ofNullable(found);
    }

    private static String declared(List<String> names) {
        return names.isEmpty()
                ? "declare it in the inventory, under \"metrics:\" of that site"
                : "its signals are " + String.join(", ", new TreeSet<>(names));
    }
}
