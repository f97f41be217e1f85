package gotthard.run;

import gotthard.graph.Assembled;
import gotthard.graph.Graph;
import gotthard.inventory.Inventory;

/// What is walked, and where.
public record Route(Graph graph, Inventory inventory) {
    public static Route of(Assembled assembled) {
        return new Route(assembled.graph(), assembled.inventory());
    }
}
