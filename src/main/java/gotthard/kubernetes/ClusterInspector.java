package gotthard.kubernetes;

import gotthard.action.Access;
import gotthard.action.Context;
import gotthard.action.Inspector;
import gotthard.action.Unreachable;
import gotthard.inventory.Endpoint;

import java.util.List;

/// Looks at clusters: whether they answer, their version, their clock, and the rights that a plan needs.
public final class ClusterInspector implements Inspector {
    @Override
    public boolean knows(Endpoint endpoint) {
        return endpoint instanceof Endpoint.Cluster;
    }

    @Override
    public List<Finding> inspect(Context context, Endpoint endpoint, List<Access> access)
            throws InterruptedException, Unreachable {
        return ClusterInspection.of(context, endpoint.name(), access);
    }

    @Override
    public List<Lack> lacking(Context context, Endpoint endpoint, List<Access> access)
            throws InterruptedException, Unreachable {
        return access.isEmpty()
                ? List.of()
                : new Rights(Targets.open(context, endpoint.name())).lacking(access);
    }
}
