package gotthard.cli;

import gotthard.action.Kinds;
import gotthard.inventory.InventoryDocument;
import gotthard.plan.PlanDocument;
import gotthard.plan.ProgrammeDocument;
import gotthard.plan.StepShape;
import gotthard.policy.PolicyDocument;
import gotthard.shape.Reference;
import gotthard.shape.Schema;
import gotthard.shape.Shape;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What each kind of document looks like.
final class Schemas {
    static final List<String> KINDS = List.of("inventory", "plan", "policy", "programme");

    private static final String ID = "urn:gotthard:v1:";

    private Schemas() {}

    /// JSON Schema of one kind of document.
    static String of(String kind) {
        return Schema.of(shape(kind), title(kind), ID + kind);
    }

    /// The Markdown page about all kinds of documents and all actions.
    static String reference() {
        return KINDS.stream()
                .map(kind -> Reference.of(shape(kind), title(kind)))
                .collect(Collectors.joining("\n"));
    }

    private static String title(String kind) {
        return kind.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + kind.substring(1);
    }

    private static Shape<?> shape(String kind) {
        return switch (kind) {
            case "inventory" -> InventoryDocument.shape();
            case "plan" -> PlanDocument.shape(StepShape.of(parameters()));
            case "policy" -> PolicyDocument.shape();
            case "programme" -> ProgrammeDocument.shape();
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static Map<String, StepShape.Parameters> parameters() {
        var parameters = new LinkedHashMap<String, StepShape.Parameters>();
        for (var kind : Kinds.installed().all()) {
            parameters.put(kind.name(), new StepShape.Parameters(kind.parameters(), true));
        }
        return parameters;
    }
}
