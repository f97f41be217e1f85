package gotthard.access;

import gotthard.action.Access;
import gotthard.inventory.SiteName;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// The roles that a plan needs in the cluster of a site: as few rules as say exactly that, none with a wildcard.
///
/// @param namespaces those that the plan makes, and that must be there before its roles
public record SiteRoles(SiteName site, SortedSet<String> namespaces, List<Role> roles) {
    public SiteRoles {
        namespaces = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(namespaces));
        roles = List.copyOf(roles);
    }

    /// A resource, and the verbs by the name of the only object; the empty name stands for all.
    private record Resource(String group, String name) implements Comparable<Resource> {
        @Override
        public int compareTo(Resource other) {
            int byGroup = group.compareTo(other.group);
            return byGroup != 0 ? byGroup : name.compareTo(other.name);
        }
    }

    /// Of what is needed at one site.
    public static SiteRoles of(SiteName site, Needs needs) {
        var namespaces = new TreeSet<String>();
        var scopes = new TreeMap<String, SortedMap<Resource, SortedMap<String, TreeSet<String>>>>();
        for (Need need : needs.at(site).all()) {
            switch (need.access()) {
                case Access.Namespace(_, var name, _) -> namespaces.add(name);
                case Access.Kubernetes right ->
                        scopes.computeIfAbsent(right.namespace(), _ -> new TreeMap<>())
                                .computeIfAbsent(
                                        new Resource(right.group(), right.resource()),
                                        _ -> new TreeMap<>())
                                .computeIfAbsent(right.name().orElse(""), _ -> new TreeSet<>())
                                .add(right.verb());
                case Access.Folder _, Access.Program _, Access.Objects _, Access.Http _ -> {}
            }
        }
        var roles = new ArrayList<Role>();
        scopes.forEach((namespace, resources) -> roles.add(new Role(namespace, rules(resources))));
        return new SiteRoles(site, namespaces, roles);
    }

    /// Objects with the same verbs share a rule.
    private static List<Role.Rule> rules(
            Map<Resource, SortedMap<String, TreeSet<String>>> resources) {
        var rules = new ArrayList<Role.Rule>();
        resources.forEach(
                (resource, byName) -> {
                    var byVerbs = new TreeMap<String, List<String>>();
                    byName.forEach(
                            (name, verbs) ->
                                    byVerbs.computeIfAbsent(
                                                    (name.isEmpty() ? "" : " ")
                                                            + String.join(" ", verbs),
                                                    _ -> new ArrayList<>())
                                            .add(name));
                    byVerbs.forEach(
                            (verbs, names) ->
                                    rules.add(
                                            new Role.Rule(
                                                    resource.group(),
                                                    resource.name(),
                                                    names.stream()
                                                            .filter(name -> !name.isEmpty())
                                                            .toList(),
                                                    List.of(verbs.strip().split(" ", -1)))));
                });
        return rules;
    }
}
