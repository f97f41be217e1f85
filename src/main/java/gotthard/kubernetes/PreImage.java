package gotthard.kubernetes;

import com.fasterxml.jackson.databind.node.ObjectNode;

import gotthard.action.Before;
import gotthard.action.Blob;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The objects as they were before the first change, by where and what they are. Holds no Secret.
///
/// Stored as JSON: `{"zurich-1/cluster Deployment intake/web": {…}}`.
record PreImage(Map<String, ObjectNode> objects) {
    PreImage {
        objects = Map.copyOf(objects);
    }

    static PreImage of(Before before) {
        return switch (before) {
            case Before.Absent() -> new PreImage(Map.of());
            case Before.Inline inline -> {
                var objects = new HashMap<String, ObjectNode>();
                Json.read(inline.image().text())
                        .properties()
                        .forEach(
                                entry ->
                                        objects.put(entry.getKey(), (ObjectNode) entry.getValue()));
                yield new PreImage(objects);
            }
            case Before.Kept _ ->
                    throw new IllegalArgumentException("this action keeps nothing at its sites");
        };
    }

    Optional<ObjectNode> of(Target target) {
        return Optional.ofNullable(objects.get(target.toString()));
    }

    Before toBefore() {
        if (objects.isEmpty()) {
            return new Before.Absent();
        }
        ObjectNode all = Json.object();
        objects.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(
                        entry -> {
                            ObjectNode kept = entry.getValue().deepCopy();
                            kept.remove("status");
                            all.set(entry.getKey(), kept);
                        });
        return new Before.Inline(Blob.of(Json.write(all)));
    }
}
