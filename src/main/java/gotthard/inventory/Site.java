package gotthard.inventory;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A place that stores and processes data, and what can be opened there.
public record Site(
        SiteName name,
        CountryCode country,
        Optional<Endpoint.Cluster> cluster,
        Map<HostGroupName, HostGroup> hosts,
        Map<StoreName, Store> stores,
        List<Endpoint.Objects> objects,
        Optional<Movers> movers,
        List<Endpoint.Web> web,
        Optional<Endpoint.Metrics> metrics) {
    public Site {
        hosts = Map.copyOf(hosts);
        stores = Map.copyOf(stores);
        objects = List.copyOf(objects);
        web = List.copyOf(web);
    }

    /// One without S3 servers and movers, that measures nothing.
    public Site(
            SiteName name,
            CountryCode country,
            Optional<Endpoint.Cluster> cluster,
            Map<HostGroupName, HostGroup> hosts,
            Map<StoreName, Store> stores,
            List<Endpoint.Web> web) {
        this(
                name,
                country,
                cluster,
                hosts,
                stores,
                List.of(),
                Optional.empty(),
                web,
                Optional.empty());
    }

    /// Everything that can be opened here.
    public Stream<Endpoint> endpoints() {
        return Stream.of(
                        cluster.stream().map(Endpoint.class::cast),
                        hosts.values().stream()
                                .flatMap(group -> group.hosts().stream())
                                .map(Endpoint.class::cast),
                        objects.stream().map(Endpoint.class::cast),
                        web.stream().map(Endpoint.class::cast),
                        metrics.stream().map(Endpoint.class::cast))
                .flatMap(all -> all);
    }
}
