package gotthard.metrics;

import gotthard.action.Access;
import gotthard.action.Context;
import gotthard.action.Inspector;
import gotthard.action.Unreachable;
import gotthard.inventory.Endpoint;
import gotthard.inventory.MetricSignal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Looks whether each signal of a site has a value, and whether it is well.
public final class MetricsInspector implements Inspector {
    @Override
    public boolean knows(Endpoint endpoint) {
        return endpoint instanceof Endpoint.Metrics;
    }

    @Override
    public List<Finding> inspect(Context context, Endpoint endpoint, List<Access> access)
            throws InterruptedException, Unreachable {
        var readings = context.open(new PrometheusMeter(), endpoint.name());
        var findings = new ArrayList<Finding>();
        if (endpoint instanceof Endpoint.Metrics metrics) {
            List<MetricSignal> signals =
                    metrics.signals().values().stream()
                            .sorted(Comparator.comparing(MetricSignal::name))
                            .toList();
            for (MetricSignal signal : signals) {
                findings.add(finding(signal, readings.ask(signal.query())));
            }
        }
        return findings;
    }

    private static Finding finding(MetricSignal signal, List<Double> values) {
        String subject = "signal " + signal.name();
        if (values.isEmpty() || values.stream().anyMatch(value -> value.isNaN())) {
            return new Finding.Bad(
                    subject, "has no value", "correct its query, or what should export it");
        }
        return values.stream()
                .filter(signal::isBad)
                .findFirst()
                .<Finding>map(
                        bad ->
                                new Finding.Bad(
                                        subject,
                                        "is " + bad + ", wanted " + signal.wanted(),
                                        "wait until it is well: nothing starts at that site before"))
                .orElseGet(() -> new Finding.Good(subject, "is " + values.getFirst()));
    }

    @Override
    public List<Lack> lacking(Context context, Endpoint endpoint, List<Access> access) {
        return List.of();
    }
}
