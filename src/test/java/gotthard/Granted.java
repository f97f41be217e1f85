package gotthard;

import gotthard.sandbox.cluster.Right;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What the documents of `gotthard access --output yaml` give, right by right.
public final class Granted {
    private Granted() {}

    public static Set<Right> by(List<HasMetadata> documents) {
        var rights = new LinkedHashSet<Right>();
        for (HasMetadata document : documents) {
            switch (document) {
                case ClusterRole role ->
                        role.getRules().forEach(rule -> rights(rule, "").forEach(rights::add));
                case Role role ->
                        role.getRules()
                                .forEach(
                                        rule ->
                                                rights(rule, role.getMetadata().getNamespace())
                                                        .forEach(rights::add));
                default -> {}
            }
        }
        return rights;
    }

    private static Stream<Right> rights(PolicyRule rule, String namespace) {
        List<Optional<String>> names =
                rule.getResourceNames().isEmpty()
                        ? List.of(Optional.empty())
                        : rule.getResourceNames().stream().map(Optional::of).toList();
        return rule.getVerbs().stream()
                .flatMap(
                        verb ->
                                names.stream()
                                        .map(
                                                name ->
                                                        new Right(
                                                                verb,
                                                                rule.getApiGroups().getFirst(),
                                                                rule.getResources().getFirst(),
                                                                namespace,
                                                                name)));
    }
}
