package gotthard.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import gotthard.action.Context;
import gotthard.action.Fence;
import gotthard.action.Key;

import java.util.List;
import java.util.Optional;

/// How objects tell which step made or changed them: an annotation with the whole key, one with the name of the run, one with the fence
/// of the coordinator that did it, and on what was made a label with the brief key, so that `kubectl get -l` finds it.
///
/// @param prefix of the annotations' names. What is scaled has marks of its own: another field manager writes them, which must not
///     take those of the step that applied the object
record Mark(String prefix, Key key, Fence fence) {
    static final String NAME = "gotthard.dev/key";
    private static final String APPLIED = "gotthard.dev/";
    private static final String SCALED = "scale.gotthard.dev/";
    private static final List<String> PREFIXES = List.of(APPLIED, SCALED);
    private static final String KEY = "key";
    private static final String RUN = "run";
    private static final String FENCE = "fence";

    static Mark of(Context context) {
        return new Mark(APPLIED, context.key(), context.fence());
    }

    /// For what the step gave another number of replicas.
    static Mark ofScaling(Context context) {
        return new Mark(SCALED, context.key(), context.fence());
    }

    void made(ObjectNode object) {
        object.withObject("/metadata/labels").put(NAME, key.brief());
        changed(object);
    }

    void changed(ObjectNode object) {
        object.withObject("/metadata/annotations")
                .put(prefix + KEY, key.hex())
                .put(prefix + RUN, key.run())
                .put(prefix + FENCE, Long.toString(fence.number()));
    }

    /// Gives the mark of an earlier step of the run, which an object gets back, the fence of who gives it back.
    void handedBack(ObjectNode object) {
        if (run(object).equals(Optional.of(key.run()))) {
            object.withObject("/metadata/annotations")
                    .put(prefix + FENCE, Long.toString(fence.number()));
        }
    }

    /// Makes a merge patch take the mark away.
    void unset(ObjectNode patch) {
        patch.withObject("/metadata/annotations")
                .putNull(prefix + KEY)
                .putNull(prefix + RUN)
                .putNull(prefix + FENCE);
    }

    /// Whether this step changed the object last, under whatever fence.
    boolean isOn(JsonNode object) {
        return annotation(object, prefix + KEY).equals(key.hex());
    }

    /// The fence of another coordinator of the run that changed the object after this one was overtaken, if one did.
    Optional<Fence> overtakenBy(JsonNode object) {
        return PREFIXES.stream()
                .filter(one -> annotation(object, one + RUN).equals(key.run()))
                .map(one -> annotation(object, one + FENCE))
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(Long::parseLong)
                .filter(number -> number > fence.number())
                .max(Long::compare)
                .map(Fence::new);
    }

    /// The run that made it or changed it last, if it tells.
    static Optional<String> run(JsonNode object) {
        return Optional.of(annotation(object, APPLIED + RUN)).filter(name -> !name.isEmpty());
    }

    /// Whether the step of this key made it or changed it last.
    static boolean isOn(JsonNode object, Key key) {
        return annotation(object, NAME).equals(key.hex());
    }

    /// Whether the step of this key made it.
    static boolean isMadeBy(JsonNode object, Key key) {
        return isOn(object, key)
                && object.path("metadata").path("labels").path(NAME).asText().equals(key.brief());
    }

    /// Without marks of any step.
    static void remove(ObjectNode object) {
        if (object.path("metadata").path("labels") instanceof ObjectNode labels) {
            labels.remove(NAME);
        }
        if (object.path("metadata").path("annotations") instanceof ObjectNode annotations) {
            for (String prefix : PREFIXES) {
                annotations.remove(List.of(prefix + KEY, prefix + RUN, prefix + FENCE));
            }
        }
    }

    private static String annotation(JsonNode object, String name) {
        return object.path("metadata").path("annotations").path(name).asText();
    }
}
