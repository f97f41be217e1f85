package gotthard.cli;

import gotthard.action.Kind;
import gotthard.action.Kinds;
import gotthard.inventory.InventoryDocument;
import gotthard.plan.PlanDocument;
import gotthard.plan.ProgrammeDocument;
import gotthard.policy.PolicyDocument;
import gotthard.shape.Shape;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/// What every document looks like, for schemas and reference pages.
public final class DocumentShapes {
    private DocumentShapes() {}

    /// The shapes by the names of their documents: `inventory`, `policy`, `plan`, `programme`.
    public static SequencedMap<String, Shape<?>> all(Kinds kinds) {
        var shapes = new LinkedHashMap<String, Shape<?>>();
        shapes.put(
                "inventory",
                InventoryDocument.shape()
                        .named("Inventory", "What there is: sites, regions, data and people."));
        shapes.put(
                "policy",
                PolicyDocument.shape().named("Policy", "What is allowed where and when."));
        shapes.put(
                "plan",
                PlanDocument.shape(parameters(kinds)).named("Plan", "One phase of a programme."));
        shapes.put(
                "programme",
                ProgrammeDocument.shape()
                        .named("Programme", "The plans of a whole migration, in their order."));
        return Collections.unmodifiableSequencedMap(shapes);
    }

    private static Map<String, Shape<?>> parameters(Kinds kinds) {
        var parameters = new LinkedHashMap<String, Shape<?>>();
        for (Kind<?> kind : kinds.all()) {
            parameters.put(kind.name(), kind.parameters().named(kind.name(), kind.summary()));
        }
        return parameters;
    }
}
