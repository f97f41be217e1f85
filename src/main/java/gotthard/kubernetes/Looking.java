package gotthard.kubernetes;

import com.fasterxml.jackson.databind.node.ObjectNode;

import gotthard.action.Captured;
import gotthard.action.Context;
import gotthard.action.Difference;
import gotthard.action.Evidence;
import gotthard.action.Failure;
import gotthard.action.Forecast;
import gotthard.action.Key;
import gotthard.action.Locator;
import gotthard.action.Prediction;
import gotthard.action.Progress;
import gotthard.action.Unreachable;
import gotthard.action.Verdict;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The half of applying that changes nothing: how every object stands to its manifest.
record Looking(List<Target> targets, List<Sight> sights, Key key) {
    static Looking at(ApplyAction action, Context context)
            throws Unreachable, InterruptedException {
        List<Target> targets = Targets.of(action, context);
        return new Looking(targets, Parallel.map(targets, Target::look), context.key());
    }

    Prediction predict(Forecast earlier) {
        Set<Locator> coming =
                targets.stream()
                        .filter(target -> target.type().equals(ResourceType.NAMESPACE))
                        .map(Target::locator)
                        .collect(Collectors.toSet());
        var changes = new ArrayList<Prediction.Change>();
        var certainty = Prediction.Certainty.EXACT;
        for (int i = 0; i < targets.size(); i++) {
            Target target = targets.get(i);
            switch (sights.get(i)) {
                case Sight.Same _ -> {}
                case Sight.Missing _ -> changes.add(creation(target));
                case Sight.Changed changed ->
                        changes.add(
                                new Prediction.Change(
                                        Prediction.Sign.UPDATE,
                                        target.locator(),
                                        changed.changes().size() + " fields change",
                                        changed.changes().stream()
                                                .map(Fields.Change::toString)
                                                .toList()));
                case Sight.NoNamespace _ -> {
                    boolean willBe =
                            coming.contains(target.namespace())
                                    || earlier.of(target.namespace())
                                            .filter(Prediction.Sign.CREATE::equals)
                                            .isPresent();
                    if (!willBe) {
                        return new Prediction.Obstacle(noNamespace(target));
                    }
                    certainty = Prediction.Certainty.SIMULATED;
                    changes.add(creation(target));
                }
                case Sight.Foreign foreign -> {
                    return new Prediction.Obstacle(conflict(target, foreign));
                }
                case Sight.Refused(var failure) -> {
                    return new Prediction.Obstacle(failure);
                }
                case Sight.MissingForbidden(var failure) -> {
                    return new Prediction.Obstacle(failure);
                }
            }
        }
        return changes.isEmpty()
                ? new Prediction.Nothing(targets.size() + " objects are already as wanted")
                : new Prediction.Changes(certainty, changes);
    }

    private static Prediction.Change creation(Target target) {
        return new Prediction.Change(
                Prediction.Sign.CREATE, target.locator(), "is made", List.of());
    }

    Verdict verify() {
        var differences = new ArrayList<Difference>();
        var underway = new ArrayList<String>();
        int workloads = 0;
        for (int i = 0; i < targets.size(); i++) {
            Target target = targets.get(i);
            switch (sights.get(i)) {
                case Sight.Same(var live) -> {
                    workloads += target.manifest().phase() == 2 ? 1 : 0;
                    addUnready(target, live, differences, underway);
                }
                case Sight.Missing _ ->
                        differences.add(
                                Difference.missing(
                                        target.toString(), "an object as in its manifest"));
                case Sight.NoNamespace _, Sight.MissingForbidden _ ->
                        differences.add(
                                Difference.missing(
                                        target.toString(), "an object as in its manifest"));
                case Sight.Changed changed ->
                        changed.changes()
                                .forEach(
                                        change ->
                                                differences.add(
                                                        new Difference(
                                                                target + " " + change.field(),
                                                                change.after(),
                                                                change.before(),
                                                                Difference.Owner.OURS_OR_ABSENT)));
                case Sight.Foreign foreign ->
                        foreign.conflicts()
                                .forEach(
                                        conflict ->
                                                differences.add(
                                                        new Difference(
                                                                target + " " + conflict.field(),
                                                                "the manifest's value",
                                                                "the value of manager \""
                                                                        + conflict.manager()
                                                                        + "\"",
                                                                Difference.Owner.FOREIGN)));
                case Sight.Refused(var failure) -> {
                    return new Verdict.Unreadable(failure);
                }
            }
        }
        if (!differences.isEmpty()) {
            return new Verdict.Differs(differences);
        }
        if (!underway.isEmpty()) {
            return new Verdict.Underway(
                    new Progress(
                            targets.size() - underway.size(),
                            OptionalLong.of(targets.size()),
                            Progress.Unit.OBJECTS,
                            "waits for " + underway.getFirst()));
        }
        String ready = workloads == 0 ? "" : ", " + workloads + " workloads ready";
        return new Verdict.Holds(
                Evidence.of(
                        targets.size(),
                        targets.size()
                                + " objects equal to their manifests by the API server's own dry run"
                                + ready));
    }

    private void addUnready(
            Target target, ObjectNode live, List<Difference> differences, List<String> underway) {
        switch (Readiness.of(live)) {
            case Readiness.Ready _ -> {}
            case Readiness.Waiting(var what) -> {
                if (Mark.isOn(live, key)) {
                    underway.add(target + ": " + what);
                } else {
                    differences.add(
                            new Difference(
                                    target.toString(),
                                    "ready",
                                    what,
                                    Difference.Owner.OURS_OR_ABSENT));
                }
            }
            case Readiness.Broken(var why) ->
                    differences.add(
                            new Difference(
                                    target.toString(),
                                    "ready",
                                    why,
                                    Difference.Owner.OURS_OR_ABSENT));
        }
    }

    Optional<String> marked() {
        List<ObjectNode> marked =
                sights.stream()
                        .flatMap(sight -> live(sight).stream())
                        .filter(live -> Mark.isOn(live, key))
                        .toList();
        int ours = marked.size();
        long changed = marked.stream().filter(live -> !Mark.isMadeBy(live, key)).count();
        return ours == 0
                ? Optional.empty()
                : Optional.of(
                        "%d of %d objects at %s".formatted(ours, targets.size(), sites(targets))
                                + (changed == 0
                                        ? ""
                                        : ", %d of them changed and not made, which can't be put back"
                                                .formatted(changed)));
    }

    Set<String> runs() {
        return sights.stream()
                .flatMap(sight -> live(sight).flatMap(Mark::run).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Optional<ObjectNode> live(Sight sight) {
        return switch (sight) {
            case Sight.Same(var found) -> Optional.of(found);
            case Sight.Changed(var found, var _) -> Optional.of(found);
            case Sight.Foreign(var found, var _) -> Optional.of(found);
            case Sight.Missing _, Sight.NoNamespace _, Sight.Refused _, Sight.MissingForbidden _ ->
                    Optional.empty();
        };
    }

    Captured capture() {
        var objects = new HashMap<String, ObjectNode>();
        for (int i = 0; i < targets.size(); i++) {
            Target target = targets.get(i);
            Optional<ObjectNode> live =
                    live(sights.get(i)).filter(found -> !Mark.isMadeBy(found, key));
            if (sights.get(i) instanceof Sight.Foreign foreign) {
                return new Captured.Failed(conflict(target, foreign));
            }
            if (sights.get(i) instanceof Sight.Refused(var failure)) {
                return new Captured.Failed(failure);
            }
            if (sights.get(i) instanceof Sight.MissingForbidden(var failure)) {
                return new Captured.Failed(failure);
            }
            if (target.isSecret() && sights.get(i) instanceof Sight.Changed) {
                return new Captured.Failed(overwritesSecret(target));
            }
            live.ifPresent(
                    found ->
                            objects.put(
                                    target.toString(),
                                    target.isSecret() ? nameOnly(found) : found));
        }
        return new Captured.Found(new PreImage(objects).toBefore());
    }

    /// That there was one, and nothing of what it holds.
    private static ObjectNode nameOnly(ObjectNode secret) {
        ObjectNode bare = Json.object();
        bare.set("apiVersion", secret.path("apiVersion"));
        bare.set("kind", secret.path("kind"));
        bare.set("metadata", Json.object().set("name", secret.path("metadata").path("name")));
        return bare;
    }

    static Failure noNamespace(Target target) {
        return Failure.refused(
                target
                        + " needs the namespace "
                        + target.manifest().namespace()
                        + ", which is missing",
                "apply the Namespace in an earlier step, or in this one");
    }

    private static Failure conflict(Target target, Sight.Foreign foreign) {
        return Failures.conflict(
                target.cluster().where(),
                "apply " + target.manifest().thing(),
                foreign.conflicts());
    }

    private static Failure overwritesSecret(Target target) {
        return Failure.refused(
                target
                        + " has other content, which could not be brought back, because no copy of a secret is kept",
                "give the new Secret another name, or change the old one by hand");
    }

    /// The names of the sites, for messages.
    static String sites(List<Target> targets) {
        var sites = new TreeSet<String>();
        targets.forEach(target -> sites.add(target.cluster().where().site().value()));
        return String.join(", ", sites);
    }
}
