package gotthard.report;

import gotthard.access.Needs;
import gotthard.access.Role;
import gotthard.access.SiteRoles;
import gotthard.access.Subject;
import gotthard.access.Wanted;
import gotthard.inventory.SiteName;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The roles of a plan as documents that `kubectl apply` takes: for each site its namespaces, then roles, each with its binding.
public final class AccessYaml {
    private static final String API = "rbac.authorization.k8s.io";

    private final Wanted wanted;
    private final List<String> documents = new ArrayList<>();

    private AccessYaml(Wanted wanted) {
        this.wanted = wanted;
    }

    /// All documents, site after site, with a line of comment before those of each site.
    public static String of(Wanted wanted, Needs needs) {
        return needs.sites().stream()
                .map(site -> ofSite(wanted, needs, site))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("---\n"));
    }

    private static String ofSite(Wanted wanted, Needs needs, SiteName site) {
        SiteRoles roles = SiteRoles.of(site, needs);
        if (roles.roles().isEmpty()) {
            return "";
        }
        var yaml = new AccessYaml(wanted);
        roles.namespaces().forEach(yaml::namespace);
        roles.roles().forEach(yaml::role);
        return "# At %s, for %s of the plan %s.\n".formatted(site, wanted.words(), wanted.plan())
                + String.join("---\n", yaml.documents);
    }

    private void namespace(String name) {
        documents.add(
                """
                apiVersion: v1
                kind: Namespace
                metadata: {name: %s}
                """
                        .formatted(quoted(name)));
    }

    private void role(Role role) {
        String kind = role.isOfCluster() ? "ClusterRole" : "Role";
        String metadata = metadata(role);
        var rules = new StringBuilder();
        for (Role.Rule rule : role.rules()) {
            rules.append("  - {apiGroups: [")
                    .append(quoted(rule.group()))
                    .append("], resources: [")
                    .append(quoted(rule.resource()))
                    .append("], ")
                    .append(
                            rule.names().isEmpty()
                                    ? ""
                                    : "resourceNames: " + list(rule.names()) + ", ")
                    .append("verbs: ")
                    .append(list(rule.verbs()))
                    .append("}\n");
        }
        documents.add(
                "apiVersion: %s/v1\nkind: %s\nmetadata: %s\nrules:\n%s"
                        .formatted(API, kind, metadata, rules));
        documents.add(
                """
                apiVersion: %1$s/v1
                kind: %2$sBinding
                metadata: %3$s
                roleRef: {apiGroup: %1$s, kind: %2$s, name: %4$s}
                subjects:
                  - %5$s
                """
                        .formatted(API, kind, metadata, quoted(wanted.roleName()), subject()));
    }

    private String metadata(Role role) {
        String name = "name: " + quoted(wanted.roleName());
        return role.isOfCluster()
                ? "{" + name + "}"
                : "{" + name + ", namespace: " + quoted(role.namespace()) + "}";
    }

    private String subject() {
        return switch (wanted.subject()) {
            case Subject.User(var name) ->
                    "{apiGroup: %s, kind: User, name: %s}".formatted(API, quoted(name));
            case Subject.Group(var name) ->
                    "{apiGroup: %s, kind: Group, name: %s}".formatted(API, quoted(name));
            case Subject.ServiceAccount(var namespace, var name) ->
                    "{kind: ServiceAccount, name: %s, namespace: %s}"
                            .formatted(quoted(name), quoted(namespace));
        };
    }

    private static String list(List<String> texts) {
        return texts.stream().map(AccessYaml::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
