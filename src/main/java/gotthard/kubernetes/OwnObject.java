package gotthard.kubernetes;

import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.Optional;

/// One object that a step has made, as it was read.
public final class OwnObject {
    private final Target target;
    private final ObjectNode live;

    OwnObject(Target target, ObjectNode live) {
        this.target = target;
        this.live = live;
    }

    Target target() {
        return target;
    }

    ObjectNode live() {
        return live;
    }

    public String name() {
        return target.manifest().name();
    }

    public String uid() {
        return live.at("/metadata/uid").asText();
    }

    /// What stands at a JSON pointer (RFC 6901), as text; empty where nothing does.
    public String text(String pointer) {
        return live.at(pointer).asText("");
    }

    public boolean isBeingDeleted() {
        return Readiness.isGoing(live);
    }

    /// Whether a Job has run to its end.
    public boolean isComplete() {
        return Readiness.of(live) instanceof Readiness.Ready;
    }

    /// Why a Job won't run to its end, if it won't.
    public Optional<String> broken() {
        return Readiness.of(live) instanceof Readiness.Broken(var why)
                ? Optional.of(why)
                : Optional.empty();
    }

    /// `zurich-1/cluster Job intake/web`.
    @Override
    public String toString() {
        return target.toString();
    }
}
