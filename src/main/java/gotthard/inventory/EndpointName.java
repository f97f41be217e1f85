package gotthard.inventory;

/// Something at a site that can be opened: `moscow/cluster`, `zurich-1/file-2`, `zurich-1/status`.
///
/// The local name is unique within its site.
public record EndpointName(SiteName site, String local) implements Comparable<EndpointName> {
    /// The local name of a site's Kubernetes cluster.
    public static final String CLUSTER = "cluster";

    /// The local name of what measures a site.
    public static final String METRICS = "metrics";

    /// What measures a site.
    public static EndpointName metrics(SiteName site) {
        return new EndpointName(site, METRICS);
    }

    /// The Kubernetes cluster of a site.
    public static EndpointName cluster(SiteName site) {
        return new EndpointName(site, CLUSTER);
    }

    @Override
    public int compareTo(EndpointName other) {
        int bySite = site.compareTo(other.site);
        return bySite != 0 ? bySite : local.compareTo(other.local);
    }

    @Override
    public String toString() {
        return site + "/" + local;
    }
}
