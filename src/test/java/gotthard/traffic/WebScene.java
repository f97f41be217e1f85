package gotthard.traffic;

import gotthard.action.Action;
import gotthard.action.Before;
import gotthard.action.Context;
import gotthard.action.Key;
import gotthard.action.LentContext;
import gotthard.inventory.CountryCode;
import gotthard.inventory.Endpoint;
import gotthard.inventory.EndpointName;
import gotthard.inventory.Inventory;
import gotthard.inventory.Site;
import gotthard.inventory.SiteName;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the scenes of sandbox and lab have in common: one site with one web endpoint.
final class WebScene implements AutoCloseable {
    static final SiteName SITE = new SiteName("zurich-1");
    static final EndpointName STATUS = new EndpointName(SITE, "status");

    private final Map<Integer, LentContext> contexts = new HashMap<>();
    private final Inventory inventory;

    WebScene(URI url) {
        inventory = inventory(url);
    }

    static Inventory inventory(URI url) {
        var site =
                new Site(
                        SITE,
                        new CountryCode("CH"),
                        Optional.empty(),
                        Map.of(),
                        Map.of(),
                        List.of(new Endpoint.Web(STATUS, url)));
        return new Inventory(
                "test",
                Optional.empty(),
                Map.of(SITE, site),
                Map.of(),
                Map.of(),
                Set.of(),
                Map.of());
    }

    static Action check(String path, String contains) {
        return new HttpCheck(
                STATUS,
                new HttpCheck.Wanted(path, 200, Optional.of(contains), Duration.ofMillis(200)));
    }

    Context context(int run) {
        return contexts.computeIfAbsent(
                run,
                _ ->
                        new LentContext(
                                inventory,
                                Key.of("run-" + run, "check", 1),
                                Clock.systemUTC(),
                                Duration.ofSeconds(30)));
    }

    /// A check is one single look.
    static boolean cutOff(Context context, Before before) {
        return false;
    }

    @Override
    public void close() {
        contexts.values().forEach(LentContext::close);
    }
}
