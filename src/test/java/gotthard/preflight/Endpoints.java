package gotthard.preflight;

import gotthard.inventory.Endpoint;
import gotthard.inventory.EndpointName;
import gotthard.inventory.SiteName;

import java.net.URI;

/// Endpoints of one site.
final class Endpoints {
    private Endpoints() {}

    static Endpoint web(String name) {
        return new Endpoint.Web(
                new EndpointName(new SiteName("zurich-1"), name), URI.create("http://localhost/"));
    }
}
