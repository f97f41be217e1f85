package gotthard.sandbox;

import gotthard.inventory.Endpoint;
import gotthard.inventory.EndpointName;
import gotthard.inventory.HostGroup;
import gotthard.inventory.HostGroupName;
import gotthard.inventory.Inventory;
import gotthard.inventory.Site;
import gotthard.inventory.SiteName;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes into an inventory where the sites of the sandbox are reached.
///
/// @param started every endpoint as it is reached now
record Addresses(Inventory inventory, Map<EndpointName, Endpoint> started) {
    Inventory reachable() {
        var sites = new HashMap<SiteName, Site>();
        inventory.sites().forEach((name, site) -> sites.put(name, site(site)));
        return new Inventory(
                inventory.name(),
                inventory.sandbox(),
                sites,
                inventory.regions(),
                inventory.data(),
                inventory.roles(),
                inventory.people());
    }

    private Site site(Site site) {
        var groups = new HashMap<HostGroupName, HostGroup>();
        site.hosts()
                .forEach(
                        (name, group) ->
                                groups.put(
                                        name,
                                        new HostGroup(
                                                name, as(Endpoint.Host.class, group.hosts()))));
        Optional<Endpoint.Cluster> cluster =
                as(Endpoint.Cluster.class, site.cluster().stream().toList()).stream().findFirst();
        return new Site(
                site.name(),
                site.country(),
                cluster,
                groups,
                site.stores(),
                site.objects(),
                site.movers(),
                as(Endpoint.Web.class, site.web()),
                site.metrics());
    }

    private <E extends Endpoint> List<E> as(Class<E> type, List<E> endpoints) {
        return endpoints.stream()
                .map(endpoint -> type.cast(started.getOrDefault(endpoint.name(), endpoint)))
                .toList();
    }
}
