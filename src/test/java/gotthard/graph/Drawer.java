package gotthard.graph;

import gotthard.action.Kinds;
import gotthard.problem.Checked;
import gotthard.problem.Problem;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Documents of a test, by name, and what is made of them.
final class Drawer {
    static final String INVENTORY =
            """
            apiVersion: gotthard/v1
            kind: Inventory
            metadata: {name: tests}
            spec:
              sandbox: {folder: sandbox}
              sites:
                moscow: {country: RU}
                zurich-1: {country: CH}
                zurich-2: {country: CH}
              roles: [lead, supervisor]
              people:
                lead-1: {roles: [lead]}
            """;

    private static final String HEAD =
            """
            apiVersion: gotthard/v1
            kind: Plan
            metadata: {name: p, owner: tests, title: A plan}
            spec:
              inventory: ../inventories/i.yaml
              steps:
            """;

    private final Map<String, String> documents = new HashMap<>();

    Drawer() {
        documents.put("inventories/i.yaml", INVENTORY);
    }

    /// With a plan of these steps, each a line or more of YAML.
    Drawer steps(String yaml) {
        return with("plans/p.yaml", HEAD + yaml.indent(4));
    }

    Drawer with(String name, String text) {
        documents.put(name, text);
        return this;
    }

    Checked<Assembled> assembled() {
        var kinds = new Kinds(List.of(new MoveKind(), new SwitchKind(), new ApproveKind()));
        return Assembly.assemble(
                "plans/p.yaml", Optional.empty(), Texts.recorded(documents), kinds);
    }

    Graph graph() {
        return assembled().toOptional().orElseThrow(() -> new AssertionError(problems())).graph();
    }

    /// All problems as a person sees them.
    String problems() {
        return assembled().problems().stream()
                .map(Problem::render)
                .collect(Collectors.joining("\n"));
    }
}
