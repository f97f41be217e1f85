package gotthard.graph;

import gotthard.action.Sources;
import gotthard.inventory.Inventory;
import gotthard.inventory.InventoryDocument;
import gotthard.policy.Policy;
import gotthard.policy.PolicyDocument;
import gotthard.problem.Checked;
import gotthard.shape.Names;
import gotthard.yaml.Node;
import gotthard.yaml.YamlReader;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// What several plans of a programme name, or several steps: each is read once. Plans may be read side by side.
final class Shared {
    private final Map<List<String>, Checked<Inventory>> inventories = new ConcurrentHashMap<>();
    private final Map<List<String>, Checked<Policy>> policies = new ConcurrentHashMap<>();
    private final Map<Sources.Source, Checked<List<Node>>> documents = new ConcurrentHashMap<>();

    Checked<Inventory> inventory(String name, String text) {
        return inventories.computeIfAbsent(
                List.of(name, text), _ -> InventoryDocument.read(name, text));
    }

    /// @param inventory the source of the inventory that the names are of; empty where there is none
    Checked<Policy> policy(String name, String text, String inventory, Names names) {
        return policies.computeIfAbsent(
                List.of(name, text, inventory), _ -> PolicyDocument.read(name, text, names));
    }

    Checked<List<Node>> documents(Sources.Source source) {
        return documents.computeIfAbsent(
                source, _ -> YamlReader.readAll(source.name(), source.text()));
    }
}
