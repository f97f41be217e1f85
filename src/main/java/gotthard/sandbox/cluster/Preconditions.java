package gotthard.sandbox.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.Optional;

/// What a request says of the object that it means to change: nothing is changed unless it is so.
final class Preconditions {
    private static final String REVISION = "resourceVersion";
    private static final String UID = "uid";

    private Preconditions() {}

    /// For a change.
    ///
    /// @param wanted the `metadata` of the body
    static void forChange(ObjectName name, ObjectNode before, JsonNode wanted) throws Refusal {
        if (!holds(REVISION, before, wanted)) {
            throw Refusal.conflict(
                    name,
                    "the object has been modified; please apply your changes to the latest version and try again");
        }
        require("UID", UID, name, before, wanted);
    }

    /// For an apply: of an object that is not there, `resourceVersion` says nothing.
    static void forApply(ObjectName name, Optional<ObjectNode> before, JsonNode wanted)
            throws Refusal {
        if (before.isPresent()) {
            forChange(name, before.get(), wanted);
            return;
        }
        String uid = wanted.path(UID).asText();
        if (!uid.isEmpty()) {
            throw Refusal.conflict(
                    name,
                    "uid mismatch: the provided object specified uid %s, and no existing object was found"
                            .formatted(uid));
        }
    }

    /// For a deletion.
    ///
    /// @param wanted the `preconditions` of the options
    static void forDeletion(ObjectName name, ObjectNode before, JsonNode wanted) throws Refusal {
        require("UID", UID, name, before, wanted);
        require("ResourceVersion", REVISION, name, before, wanted);
    }

    private static void require(
            String called, String field, ObjectName name, ObjectNode before, JsonNode wanted)
            throws Refusal {
        if (!holds(field, before, wanted)) {
            throw Refusal.conflict(
                    name,
                    "Precondition failed: %s in precondition: %s, %s in object meta: %s"
                            .formatted(
                                    called,
                                    wanted.path(field).asText(),
                                    called,
                                    before.path("metadata").path(field).asText()));
        }
    }

    private static boolean holds(String field, ObjectNode before, JsonNode wanted) {
        String value = wanted.path(field).asText();
        return value.isEmpty() || value.equals(before.path("metadata").path(field).asText());
    }
}
