package gotthard.kubernetes;

import com.fasterxml.jackson.databind.node.ObjectNode;

import gotthard.action.Failure;
import gotthard.action.Locator;
import gotthard.action.Unreachable;

import java.util.Optional;

/// One object at one cluster.
record Target(ClusterConnection cluster, ResourceType type, Manifest manifest) {
    private static final int FORBIDDEN = 403;

    Locator locator() {
        return new Locator(cluster.where(), manifest.thing());
    }

    Locator namespace() {
        return new Locator(cluster.where(), "Namespace " + manifest.namespace());
    }

    boolean isSecret() {
        return manifest.kind().equals("Secret");
    }

    String path() {
        return type.path(manifest.namespace(), manifest.name());
    }

    /// As it is now, if it is.
    Optional<ObjectNode> live() throws Unreachable, InterruptedException {
        Answer answer = cluster.get(path());
        if (answer.isMissing()) {
            return Optional.empty();
        }
        if (!answer.isGood()) {
            throw new Unreachable(Failures.of(cluster.where(), "read " + manifest.thing(), answer));
        }
        return Optional.of(answer.object());
    }

    /// To change it as the coordinator that left this mark.
    Fenced by(Mark mark) {
        return new Fenced(this, mark);
    }

    /// What applying it would do; changes nothing.
    Sight look() throws Unreachable, InterruptedException {
        Optional<ObjectNode> live = live();
        Answer trial = cluster.apply(path(), Json.of(manifest), true);
        if (trial.isMissing() && !type.isNamespaced()) {
            return new Sight.Refused(
                    Failures.of(cluster.where(), "apply " + manifest.thing(), trial));
        }
        if (trial.isMissing()) {
            return new Sight.NoNamespace();
        }
        if (!trial.conflicts().isEmpty()) {
            return new Sight.Foreign(live.orElseGet(Json::object), trial.conflicts());
        }
        if (!trial.isGood()) {
            Failure failure = Failures.of(cluster.where(), "apply " + manifest.thing(), trial);
            return live.isEmpty() && trial.code() == FORBIDDEN
                    ? new Sight.MissingForbidden(failure)
                    : new Sight.Refused(failure);
        }
        if (live.isEmpty()) {
            return new Sight.Missing();
        }
        var changes = Fields.between(live.get(), trial.object());
        return changes.isEmpty()
                ? new Sight.Same(live.get())
                : new Sight.Changed(live.get(), changes);
    }

    /// `zurich-1/cluster Deployment intake/web`.
    @Override
    public String toString() {
        return cluster.where() + " " + manifest.thing();
    }
}
