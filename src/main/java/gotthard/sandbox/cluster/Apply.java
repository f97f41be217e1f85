package gotthard.sandbox.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Server-side apply: merges what a manager wants into an object, refuses what belongs to others, and removes what the manager
/// wanted before and wants no more.
///
/// @param force whether fields of others are taken over instead of refused
record Apply(Ownership.Owner owner, boolean force, Instant now) {
    /// The object afterwards, with `managedFields`.
    ///
    /// @param live the object before; an empty one for a new object
    ObjectNode to(ObjectName name, ObjectNode live, ObjectNode config) throws Refusal {
        Map<FieldPath, JsonNode> present = Fields.of(live);
        Map<FieldPath, JsonNode> wanted = Fields.of(config);
        Ownership ownership = Ownership.of(live);
        settleConflicts(name, ownership, present, wanted);
        ObjectNode merged = live.deepCopy();
        Fields.merge(merged, withoutServerFields(config));
        remove(dropped(ownership, wanted.keySet()), ownership, merged);
        ownership.assign(owner, wanted.keySet(), now);
        ownership.writeInto(merged);
        return merged;
    }

    private void settleConflicts(
            ObjectName name,
            Ownership ownership,
            Map<FieldPath, JsonNode> present,
            Map<FieldPath, JsonNode> wanted)
            throws Refusal {
        var causes = new ArrayList<Refusal.Cause>();
        wanted.forEach(
                (path, value) -> {
                    if (path.isItem() || value.equals(present.get(path))) {
                        return;
                    }
                    List<Ownership.Owner> others = ownership.others(owner, path);
                    if (force) {
                        ownership.release(others, path);
                        return;
                    }
                    others.forEach(
                            other ->
                                    causes.add(
                                            new Refusal.Cause(
                                                    "FieldManagerConflict",
                                                    conflictWith(other, name),
                                                    path.toString())));
                });
        if (!causes.isEmpty()) {
            throw Refusal.managedByOthers(name, causes);
        }
    }

    private static String conflictWith(Ownership.Owner other, ObjectName name) {
        String role =
                other.operation().equals("Update") ? " using " + name.resource().apiVersion() : "";
        String subresource =
                other.subresource().isEmpty()
                        ? ""
                        : " with subresource \"" + other.subresource() + "\"";
        return "conflict with \"" + other.manager() + "\"" + subresource + role;
    }

    private Set<FieldPath> dropped(Ownership ownership, Set<FieldPath> wanted) {
        var dropped = new TreeSet<>(ownership.of(owner));
        dropped.removeAll(wanted);
        return dropped;
    }

    private void remove(Set<FieldPath> dropped, Ownership ownership, ObjectNode from) {
        var items = new HashSet<FieldPath>();
        for (FieldPath path : dropped) {
            if (items.stream().anyMatch(path::startsWith)) {
                continue;
            }
            if (path.isItem() && !ownership.hasOthersBelow(owner, path)) {
                items.add(path);
                Fields.remove(from, path);
            } else if (!path.isItem() && ownership.others(owner, path).isEmpty()) {
                Fields.remove(from, path);
            }
        }
    }

    private static ObjectNode withoutServerFields(ObjectNode config) {
        ObjectNode copy = config.deepCopy();
        if (copy.get("metadata") instanceof ObjectNode metadata) {
            metadata.remove(
                    List.of(
                            "managedFields",
                            "resourceVersion",
                            "uid",
                            "creationTimestamp",
                            "generation"));
        }
        copy.remove("status");
        return copy;
    }
}
