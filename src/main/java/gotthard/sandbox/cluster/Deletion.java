package gotthard.sandbox.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.List;

/// What happens to an object that is deleted while others belong to it.
final class Deletion {
    private static final String FOREGROUND = "foregroundDeletion";

    /// What may belong to a Job.
    private static final List<Resource> OWNED =
            List.of(Resource.PODS, Resource.SECRETS, Resource.SERVICES);

    private Deletion() {}

    /// Marked for deletion; a controller completes it.
    static ObjectNode begin(Resource resource, ObjectNode object, String now) {
        ObjectNode metadata = object.withObject("/metadata");
        if (!metadata.has("deletionTimestamp")) {
            metadata.put("deletionTimestamp", now);
        }
        if (resource == Resource.NAMESPACES) {
            object.withObject("/status").put("phase", "Terminating");
        } else {
            metadata.withArray("/finalizers").removeAll().add(FOREGROUND);
        }
        return object;
    }

    /// Completes the deletion of a namespace or of an object with dependants.
    static void complete(Store store, ObjectName name, ObjectNode object) {
        if (name.resource() == Resource.NAMESPACES) {
            store.content(name.name()).forEach(store::remove);
        } else {
            dependants(store, object).forEach(store::remove);
        }
        store.remove(name);
    }

    /// Removes what belongs to objects that are gone.
    static void collectOrphans(Store store) {
        OWNED.forEach(resource -> collectOrphans(store, resource));
    }

    private static void collectOrphans(Store store, Resource resource) {
        for (ObjectName pod : store.names(resource, "")) {
            boolean hasOwner =
                    store.get(pod).stream()
                            .flatMap(
                                    object ->
                                            object.path("metadata")
                                                    .path("ownerReferences")
                                                    .valueStream())
                            .anyMatch(owner -> owner.path("kind").asText().equals("Job"));
            if (hasOwner && owners(store, pod).stream().noneMatch(uid -> exists(store, pod, uid))) {
                store.remove(pod);
            }
        }
    }

    private static List<ObjectName> dependants(Store store, ObjectNode owner) {
        String uid = owner.path("metadata").path("uid").asText();
        String namespace = owner.path("metadata").path("namespace").asText();
        return OWNED.stream()
                .flatMap(resource -> store.names(resource, namespace).stream())
                .filter(one -> owners(store, one).contains(uid))
                .toList();
    }

    private static List<String> owners(Store store, ObjectName name) {
        return store.get(name).stream()
                .flatMap(object -> object.path("metadata").path("ownerReferences").valueStream())
                .map(owner -> owner.path("uid").asText())
                .toList();
    }

    private static boolean exists(Store store, ObjectName dependant, String uid) {
        return store.list(Resource.JOBS, dependant.namespace()).stream()
                .map(object -> object.path("metadata").path("uid"))
                .anyMatch(owner -> owner.asText().equals(uid));
    }
}
