package gotthard.access;

import java.util.List;

/// What a subject may do in one namespace, or in the whole cluster.
///
/// @param namespace empty for the whole cluster
public record Role(String namespace, List<Rule> rules) {
    public Role {
        rules = List.copyOf(rules);
    }

    public boolean isOfCluster() {
        return namespace.isEmpty();
    }

    /// Verbs on one resource.
    ///
    /// @param names empty for all, where the names are not known before
    public record Rule(String group, String resource, List<String> names, List<String> verbs) {
        public Rule {
            names = List.copyOf(names);
            verbs = List.copyOf(verbs);
        }
    }
}
