package gotthard.graph;

import gotthard.inventory.Inventory;
import gotthard.plan.Plan;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// A plan with all that belongs to it.
///
/// @param policy the policy's text, not yet read
/// @param planSource the plan's name among the documents
/// @param inventorySource the inventory's name among the documents
/// @param documents every text that was read, by name; with them, [Assembly] makes the same again
public record Assembled(
        Plan plan,
        Inventory inventory,
        Optional<Document> policy,
        Graph graph,
        String planSource,
        String inventorySource,
        SortedMap<String, String> documents) {
    public Assembled {
        documents = Collections.unmodifiableSortedMap(new TreeMap<>(documents));
    }

    /// A text with its name.
    public record Document(String source, String text) {}
}
