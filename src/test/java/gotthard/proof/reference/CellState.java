package gotthard.proof.reference;

import gotthard.inventory.SiteName;
import gotthard.world.Level;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// How a cell stands: site by site and replication by replication, in the ground's order.
record CellState(Ground ground, List<SiteState> sites, List<Edge.Condition> edges) {
    SiteState at(SiteName site) {
        return sites.get(ground.sites.indexOf(site));
    }

    Edge.Condition on(Edge edge) {
        return edges.get(ground.edges.indexOf(edge));
    }

    CellState change(SiteName site, UnaryOperator<SiteState> change) {
        return new CellState(ground, changed(sites, ground.sites.indexOf(site), change), edges);
    }

    CellState change(List<SiteName> some, UnaryOperator<SiteState> change) {
        CellState state = this;
        for (SiteName site : some) {
            state = state.change(site, change);
        }
        return state;
    }

    CellState change(Edge edge, UnaryOperator<Edge.Condition> change) {
        return new CellState(ground, sites, changed(edges, ground.edges.indexOf(edge), change));
    }

    /// Whether a user has made the write.
    boolean isAccepted() {
        return any(SiteState::accepted);
    }

    boolean any(Predicate<SiteState> claim) {
        return sites.stream().anyMatch(claim);
    }

    /// The sites of which it holds.
    List<SiteName> where(Predicate<SiteState> claim) {
        var found = new ArrayList<SiteName>();
        for (int index = 0; index < sites.size(); index++) {
            if (claim.test(sites.get(index))) {
                found.add(ground.sites.get(index));
            }
        }
        return found;
    }

    /// Whether something is there, also by half, at no site but these.
    boolean isOnlyAt(List<SiteName> allowed, Function<SiteState, Level> what) {
        return allowed.containsAll(where(site -> what.apply(site) != Level.NONE));
    }

    private static <T> List<T> changed(List<T> all, int index, UnaryOperator<T> change) {
        var copy = new ArrayList<>(all);
        copy.set(index, change.apply(all.get(index)));
        return List.copyOf(copy);
    }
}
