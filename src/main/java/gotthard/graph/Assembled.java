package gotthard.graph;

import gotthard.inventory.Inventory;
import gotthard.plan.Plan;
import gotthard.policy.Policy;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// A plan with all that belongs to it.
///
/// @param planSource the plan's name among the documents
/// @param inventorySource the inventory's name among the documents
/// @param documents every text that was read, by name; with them, [Assembly] makes the same again
public record Assembled(
        Plan plan,
        Inventory inventory,
        Optional<Policy> policy,
        Graph graph,
        String planSource,
        String inventorySource,
        SortedMap<String, String> documents) {
    public Assembled {
        documents = Collections.unmodifiableSortedMap(new TreeMap<>(documents));
    }
}
