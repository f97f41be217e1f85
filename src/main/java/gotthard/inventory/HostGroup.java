package gotthard.inventory;

import java.util.List;

/// Hosts of one site that serve one purpose, in the order of the document.
public record HostGroup(HostGroupName name, List<Endpoint.Host> hosts) {
    public HostGroup {
        hosts = List.copyOf(hosts);
    }
}
