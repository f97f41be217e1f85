package gotthard.cli;

import gotthard.action.Key;
import gotthard.inventory.EndpointName;
import gotthard.inventory.Inventory;
import gotthard.inventory.Site;
import gotthard.preflight.Examination;
import gotthard.preflight.Limits;
import gotthard.preflight.Result;
import gotthard.run.Connections;
import gotthard.secret.Secrets;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Looks at every endpoint of an inventory, all at once.
record EndpointCheck(Secrets secrets, InstantSource clock) {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /// For each endpoint one line of what is good, and one for each thing that is not.
    List<Diagnosis> of(Inventory inventory) throws InterruptedException {
        List<Examination.Subject> subjects =
                inventory.sites().values().stream()
                        .flatMap(Site::endpoints)
                        .map(endpoint -> new Examination.Subject(endpoint, List.of(), false))
                        .toList();
        try (var connections = new Connections(inventory, secrets)) {
            var glance =
                    new Glance(
                            Key.of("doctor", "endpoints", 1),
                            connections,
                            clock,
                            clock.instant().plus(PATIENCE));
            return told(Examination.installed(Limits.USUAL).look(glance, subjects));
        }
    }

    private static List<Diagnosis> told(List<Result> results) {
        Map<EndpointName, List<Result>> byEndpoint =
                results.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Result::where, LinkedHashMap::new, Collectors.toList()));
        var told = new ArrayList<Diagnosis>();
        byEndpoint.forEach(
                (where, found) -> {
                    String good =
                            found.stream()
                                    .filter(Result.Good.class::isInstance)
                                    .map(result -> result.subject() + " " + result.found())
                                    .collect(Collectors.joining(", "));
                    if (!good.isEmpty()) {
                        told.add(new Diagnosis.Well(where.toString(), good));
                    }
                    found.stream()
                            .filter(Result.Bad.class::isInstance)
                            .map(Result.Bad.class::cast)
                            .map(bad -> ill(where, bad))
                            .forEach(told::add);
                });
        return told;
    }

    private static Diagnosis ill(EndpointName where, Result.Bad bad) {
        String found =
                bad.subject().equals("reachable")
                        ? bad.found()
                        : bad.subject() + ": " + bad.found();
        return new Diagnosis.Ill(where.toString(), found, bad.next());
    }
}
