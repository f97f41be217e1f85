package gotthard.traffic;

import gotthard.action.Connector;
import gotthard.action.Failure;
import gotthard.action.Unreachable;
import gotthard.inventory.Endpoint;
import gotthard.secret.Secrets;

/// Opens HTTP endpoints. Nothing is sent before the first question.
final class WebConnector implements Connector<WebConnection> {
    @Override
    public WebConnection open(Endpoint endpoint, Secrets secrets) throws Unreachable {
        if (endpoint instanceof Endpoint.Web web) {
            return new WebConnection(web);
        }
        throw new Unreachable(
                Failure.refused(
                        endpoint.name() + " is no web endpoint",
                        "name one that the inventory lists under \"web\""));
    }
}
