package gotthard.run;

import gotthard.graph.Assembled;
import gotthard.graph.Graph;
import gotthard.inventory.Inventory;
import gotthard.proof.Model;
import gotthard.proof.Modelling;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What is walked, and where.
///
/// @param model what its steps do to cells, in their order, where that is known
public record Route(Graph graph, Inventory inventory, Optional<Model> model) {
    /// Of steps of which it is not known what they do to cells.
    public Route(Graph graph, Inventory inventory) {
        this(graph, inventory, Optional.empty());
    }

    public static Route of(Assembled assembled) {
        return new Route(
                assembled.graph(),
                assembled.inventory(),
                Optional.of(Modelling.of(List.of(assembled), LocalDate.EPOCH)));
    }
}
