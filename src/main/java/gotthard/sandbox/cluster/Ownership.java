package gotthard.sandbox.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Who owns which fields of an object, as `metadata.managedFields` says.
///
/// The rules are those of server-side apply: https://kubernetes.io/docs/reference/using-api/server-side-apply/
final class Ownership {
    private final Map<Owner, Set<FieldPath>> fields;
    private final Map<Owner, String> times;

    /// A manager in one of its roles.
    ///
    /// @param operation `Apply` or `Update`
    /// @param subresource empty, `status` or `scale`
    record Owner(String manager, String operation, String subresource)
            implements Comparable<Owner> {
        @Override
        public int compareTo(Owner other) {
            return toString().compareTo(other.toString());
        }
    }

    private Ownership(Map<Owner, Set<FieldPath>> fields, Map<Owner, String> times) {
        this.fields = fields;
        this.times = times;
    }

    static Ownership of(ObjectNode object) {
        var fields = new TreeMap<Owner, Set<FieldPath>>();
        var times = new TreeMap<Owner, String>();
        for (JsonNode entry : object.path("metadata").path("managedFields")) {
            var owner =
                    new Owner(
                            entry.path("manager").asText(),
                            entry.path("operation").asText(),
                            entry.path("subresource").asText());
            fields.put(owner, new TreeSet<>(Fields.fromJson(entry.path("fieldsV1"))));
            times.put(owner, entry.path("time").asText());
        }
        return new Ownership(fields, times);
    }

    /// What a manager applied before.
    Set<FieldPath> of(Owner owner) {
        return fields.getOrDefault(owner, Set.of());
    }

    /// The owners of a field, other than one.
    List<Owner> others(Owner except, FieldPath path) {
        return fields.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(except) && entry.getValue().contains(path))
                .map(Map.Entry::getKey)
                .toList();
    }

    /// Whether somebody else owns something at or below a path.
    boolean hasOthersBelow(Owner except, FieldPath path) {
        return fields.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(except))
                .anyMatch(
                        entry ->
                                entry.getValue().stream()
                                        .anyMatch(owned -> owned.startsWith(path)));
    }

    /// The manager owns exactly these from now on.
    void assign(Owner owner, Set<FieldPath> paths, Instant now) {
        if (!paths.equals(fields.get(owner))) {
            times.put(owner, now.truncatedTo(ChronoUnit.SECONDS).toString());
        }
        fields.put(owner, new TreeSet<>(paths));
    }

    /// The manager owns these besides, and nobody else does.
    void take(Owner owner, Set<FieldPath> changed, Map<FieldPath, JsonNode> present, Instant now) {
        if (changed.isEmpty()) {
            return;
        }
        fields.forEach(
                (other, paths) -> {
                    if (!other.equals(owner)) {
                        paths.removeAll(changed);
                    }
                });
        var all = new HashSet<>(of(owner));
        all.addAll(changed);
        all.removeIf(path -> !present.containsKey(path));
        assign(owner, all, now);
        times.put(owner, now.truncatedTo(ChronoUnit.SECONDS).toString());
    }

    void release(List<Owner> owners, FieldPath path) {
        owners.forEach(owner -> of(owner).remove(path));
    }

    void writeInto(ObjectNode object) {
        var empty = new ArrayList<Owner>();
        ArrayNode list = object.withObject("/metadata").putArray("managedFields");
        fields.forEach(
                (owner, paths) -> {
                    if (paths.isEmpty()) {
                        empty.add(owner);
                        return;
                    }
                    ObjectNode entry = list.addObject();
                    entry.put("manager", owner.manager()).put("operation", owner.operation());
                    entry.put("apiVersion", object.path("apiVersion").asText());
                    entry.put("time", times.getOrDefault(owner, "")).put("fieldsType", "FieldsV1");
                    entry.set("fieldsV1", Fields.toJson(paths));
                    if (!owner.subresource().isEmpty()) {
                        entry.put("subresource", owner.subresource());
                    }
                });
        empty.forEach(fields::remove);
        if (list.isEmpty()) {
            object.withObject("/metadata").remove("managedFields");
        }
    }
}
