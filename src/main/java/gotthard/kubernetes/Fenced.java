package gotthard.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import gotthard.action.Failure;
import gotthard.action.Fence;
import gotthard.action.Unreachable;

import java.util.Optional;

/// Changes of one object by a coordinator that may have been overtaken without knowing it.
///
/// What was read is compared with its fence, and goes along as the change's precondition: comparing and changing are one moment. An object
/// that was not there is made only if it still is not. Where something else has come between, nothing is changed; only the status may have
/// moved. Whoever begins after all marks are gone again, because a later coordinator has undone the step, is not seen.
///
/// @param mark of the coordinator that changes
record Fenced(Target target, Mark mark) {
    /// Between a read and a change, controllers write the status of an object a few times a second at most.
    private static final int ATTEMPTS = 10;

    private static final int OK = 200;

    /// No object has it: it is the revision of a store that nothing was written to. A server-side apply makes an object whatever its
    /// `resourceVersion`, and changes one only at just that (`Store.Update` in `k8s.io/apiserver`).
    private static final String OF_NOTHING = "1";

    /// One request for a change of the object as it was read.
    private interface Change {
        Answer send(ObjectNode seen) throws Unreachable, InterruptedException;
    }

    /// Refuses when a later coordinator of the run has changed the object.
    ///
    /// @throws Unreachable then
    void giveWay(ObjectNode live) throws Unreachable {
        Optional<Fence> later = mark.overtakenBy(live);
        if (later.isPresent()) {
            throw new Unreachable(
                    Failure.refused(
                            "%s was changed by another coordinator, which has gone on with this run (its fence is %d, this one's %d), and this one was stopped"
                                    .formatted(target, later.get().number(), mark.fence().number()),
                            "leave the run to the other; gotthard status shows it"));
        }
    }

    /// Applies an object over what was seen, or makes it where nothing was.
    ///
    /// @throws Unreachable also when it has changed since
    Answer apply(Optional<ObjectNode> seen, ObjectNode wanted)
            throws Unreachable, InterruptedException {
        if (seen.isPresent()) {
            return changed(
                    seen.get(),
                    now ->
                            target.cluster()
                                    .apply(target.path(), as(now, wanted.deepCopy()), false));
        }
        ObjectNode fresh = wanted.deepCopy();
        fresh.withObject("/metadata").put("resourceVersion", OF_NOTHING);
        Answer answer = target.cluster().apply(target.path(), fresh, false);
        if (answer.isOutdated(target.manifest().name())) {
            throw changedMeanwhile(target.live());
        }
        return answer;
    }

    /// Merges a patch (RFC 7386) into what was seen.
    ///
    /// @throws Unreachable also when it has changed since
    Answer merge(ObjectNode seen, String manager, ObjectNode patch)
            throws Unreachable, InterruptedException {
        return changed(
                seen,
                now ->
                        target.cluster()
                                .merge(target.path(), manager, as(now, patch.deepCopy()), false));
    }

    /// Deletes what was seen. Missing is as good, and so is what is already going: a coordinator that was killed may have begun it.
    ///
    /// @throws Unreachable also when it has changed since
    Answer delete(ObjectNode seen) throws Unreachable, InterruptedException {
        if (Readiness.isGoing(seen)) {
            giveWay(seen);
            return new Answer(OK, seen.toString(), Optional.empty());
        }
        return changed(seen, now -> target.cluster().delete(target.type(), now));
    }

    private Answer changed(ObjectNode seen, Change change)
            throws Unreachable, InterruptedException {
        ObjectNode now = seen;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            giveWay(now);
            Answer answer = change.send(now);
            if (!answer.isOutdated(target.manifest().name())) {
                return answer;
            }
            Optional<ObjectNode> again = target.live();
            if (again.isEmpty() || !hasNewStatusAlone(now, again.get())) {
                throw changedMeanwhile(again);
            }
            now = again.get();
        }
        throw changedMeanwhile(Optional.of(now));
    }

    /// Trying again is for the engine: its journal refuses that to a coordinator that was overtaken.
    private Unreachable changedMeanwhile(Optional<ObjectNode> live) throws Unreachable {
        if (live.isPresent()) {
            giveWay(live.get());
        }
        return new Unreachable(
                Failure.transientFailure(
                        target + " was changed while this step was about to change it",
                        "it is read again and tried again; look who else changes it if that does not help"));
    }

    private static ObjectNode as(ObjectNode seen, ObjectNode wanted) {
        JsonNode metadata = seen.path("metadata");
        wanted.withObject("/metadata")
                .put("resourceVersion", metadata.path("resourceVersion").asText())
                .put("uid", metadata.path("uid").asText());
        return wanted;
    }

    /// Whether controllers alone have written meanwhile. What looks as before without that was changed and changed back.
    private static boolean hasNewStatusAlone(ObjectNode seen, ObjectNode now) {
        return !now.path("status").equals(seen.path("status")) && steady(now).equals(steady(seen));
    }

    /// Without what controllers write by themselves, and with the marks.
    private static ObjectNode steady(ObjectNode object) {
        ObjectNode copy = object.deepCopy();
        copy.remove("status");
        if (copy.path("metadata") instanceof ObjectNode metadata) {
            metadata.remove("resourceVersion");
            if (metadata.path("managedFields") instanceof ArrayNode managers) {
                managers.removeIf(manager -> manager.has("subresource"));
            }
            if (metadata.path("annotations") instanceof ObjectNode annotations) {
                annotations.remove(Fields.NOISY_ANNOTATIONS);
                if (annotations.isEmpty()) {
                    metadata.remove("annotations");
                }
            }
        }
        return copy;
    }
}
