package gotthard.graph;

import gotthard.inventory.Inventory;
import gotthard.inventory.InventoryDocument;
import gotthard.policy.Policy;
import gotthard.policy.PolicyDocument;
import gotthard.problem.Checked;
import gotthard.shape.Names;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Inventories and policies that several plans of a programme name: each is read once.
final class Shared {
    private final Map<List<String>, Checked<Inventory>> inventories = new HashMap<>();
    private final Map<List<String>, Checked<Policy>> policies = new HashMap<>();

    Checked<Inventory> inventory(String name, String text) {
        return inventories.computeIfAbsent(
                List.of(name, text), _ -> InventoryDocument.read(name, text));
    }

    /// @param inventory the source of the inventory that the names are of; empty where there is none
    Checked<Policy> policy(String name, String text, String inventory, Names names) {
        return policies.computeIfAbsent(
                List.of(name, text, inventory), _ -> PolicyDocument.read(name, text, names));
    }
}
