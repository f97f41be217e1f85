package gotthard.metrics;

import gotthard.action.Failure;
import gotthard.action.Meter;
import gotthard.action.Readings;
import gotthard.action.Unreachable;
import gotthard.inventory.Endpoint;
import gotthard.secret.Secrets;

/// Opens Prometheus servers. Nothing is sent before the first question.
public final class PrometheusMeter implements Meter {
    @Override
    public Readings open(Endpoint endpoint, Secrets secrets) throws Unreachable {
        if (endpoint instanceof Endpoint.Metrics metrics) {
            return new Prometheus(metrics);
        }
        throw new Unreachable(
                Failure.refused(
                        endpoint.name() + " measures nothing",
                        "name a site that the inventory has \"metrics:\" of"));
    }
}
