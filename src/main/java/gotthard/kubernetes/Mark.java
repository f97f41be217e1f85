package gotthard.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import gotthard.action.Key;

import java.util.Optional;

/// How objects tell which step made or changed them: an annotation with the whole key, one with the name of the run, and on what was
/// made a label with the brief key, so that `kubectl get -l` finds it.
final class Mark {
    static final String NAME = "gotthard.dev/key";
    private static final String RUN = "gotthard.dev/run";

    private Mark() {}

    static void made(ObjectNode object, Key key) {
        object.withObject("/metadata/labels").put(NAME, key.brief());
        changed(object, key);
    }

    static void changed(ObjectNode object, Key key) {
        object.withObject("/metadata/annotations").put(NAME, key.hex()).put(RUN, key.run());
    }

    /// The run that made it or changed it last, if it tells.
    static Optional<String> run(JsonNode object) {
        return Optional.of(object.path("metadata").path("annotations").path(RUN).asText())
                .filter(name -> !name.isEmpty());
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
                map.remove(RUN);
            }
        }
    }
}
