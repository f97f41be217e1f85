package gotthard.proof;

import gotthard.inventory.Inventory;
import gotthard.policy.PolicyDocument;
import gotthard.policy.Rule;
import gotthard.shape.Names;

import java.util.Map;
import java.util.Set;

/// Rules of policies, as somebody writes them.
public final class WrittenRules {
    private WrittenRules() {}

    /// One that holds on all days.
    ///
    /// @param cells as in a flow mapping: `files: {}, metadata: {}`
    /// @param that with quotes as in YAML's plain style
    public static Rule rule(String cells, String that) {
        return rule("It holds", cells, that, "");
    }

    /// One with a title of its own.
    ///
    /// @param days `from: 2019-01-01`, or nothing
    public static Rule rule(String title, String cells, String that, String days) {
        String text =
                """
                apiVersion: gotthard/v1
                kind: Policy
                metadata: {name: rules}
                spec:
                  rules:
                    - name: first
                      title: %s
                      cells: {%s}
                      that: %s
                      %s
                """
                        .formatted(title, cells, that, days);
        var names = Names.of(Map.of(Inventory.SITE, Set.of("moscow", "zurich-1", "zurich-2")));
        var read = PolicyDocument.read("policy.yaml", text, names);
        return read.toOptional()
                .orElseThrow(() -> new AssertionError(read.problems().toString()))
                .rules()
                .getFirst();
    }
}
