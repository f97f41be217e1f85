package gotthard.kubernetes;

import gotthard.action.Scope;
import gotthard.inventory.EndpointName;
import gotthard.inventory.SiteName;
import gotthard.problem.Checked;
import gotthard.problem.Code;
import gotthard.problem.Problem;
import gotthard.problem.Problems;
import gotthard.problem.Quoted;
import gotthard.shape.Located;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The clusters of sites that a plan names.
final class Clusters {
    private static final Code NO_CLUSTER = new Code("site-without-cluster");

    private Clusters() {}

    /// One for each site, or a problem for each site that has none.
    static Checked<List<EndpointName>> of(List<Located<SiteName>> sites, Scope scope) {
        var problems = new Problems();
        var clusters = new ArrayList<EndpointName>();
        for (Located<SiteName> site : sites) {
            boolean hasCluster =
                    Optional.ofNullable(scope.inventory().sites().get(site.value()))
                            .flatMap(known -> known.cluster())
                            .isPresent();
            if (!hasCluster) {
                problems.add(
                        Problem.error(
                                        NO_CLUSTER,
                                        site.place(),
                                        "the site "
                                                + Quoted.of(site.value().value())
                                                + " has no cluster")
                                .withAdvice("give it \"cluster:\" in the inventory"));
            }
            clusters.add(EndpointName.cluster(site.value()));
        }
        return problems.checked(List.copyOf(clusters));
    }
}
