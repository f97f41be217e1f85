package gotthard.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import gotthard.action.Key;

/// How objects tell which step made or changed them: an annotation with the whole key, and on what was made a label with the
/// brief key, so that `kubectl get -l` finds it.
final class Mark {
    static final String NAME = "gotthard.dev/key";

    private Mark() {}

    static void made(ObjectNode object, Key key) {
        object.withObject("/metadata/labels").put(NAME, key.brief());
        changed(object, key);
    }

    static void changed(ObjectNode object, Key key) {
        object.withObject("/metadata/annotations").put(NAME, key.hex());
    }

    /// Whether the step of this key made it or changed it last.
    static boolean isOn(JsonNode object, Key key) {
        return object.path("metadata").path("annotations").path(NAME).asText().equals(key.hex());
    }

    /// Whether the step of this key made it.
    static boolean isMadeBy(JsonNode object, Key key) {
        return isOn(object, key)
                && object.path("metadata").path("labels").path(NAME).asText().equals(key.brief());
    }

    /// Without marks of any step.
    static void remove(ObjectNode object) {
        for (String place : new String[] {"labels", "annotations"}) {
            if (object.path("metadata").path(place) instanceof ObjectNode map) {
                map.remove(NAME);
            }
        }
    }
}
