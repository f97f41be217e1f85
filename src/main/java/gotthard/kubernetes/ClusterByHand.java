package gotthard.kubernetes;

import gotthard.action.ByHand;
import gotthard.action.ByHand.Line;
import gotthard.action.Prompt;
import gotthard.inventory.EndpointName;
import gotthard.yaml.Node;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How a person does with `kubectl` what steps do in a cluster.
record ClusterByHand(EndpointName cluster, Prompt prompt) {
    /// As this program applies them, so that it takes what a person has applied for its own.
    private static final String APPLIED =
            "%s --server-side --field-manager=" + ClusterConnection.MANAGER;

    /// Kind, namespace and name of each object of a file that is there, one a line.
    private static final String NAMES =
            "get --ignore-not-found --no-headers -o custom-columns=:.kind,:.metadata.namespace,:.metadata.name";

    /// Without it a server takes an object only where nobody has changed it since.
    private static final String ANY_VERSION =
            "[{\"op\":\"remove\",\"path\":\"/metadata/resourceVersion\"}]";

    /// Applies the objects of files, and waits until they are ready.
    ByHand.Told applying(List<Manifest> manifests, Duration patience) {
        var act = new ArrayList<Line>();
        var check = new ArrayList<Line>();
        var undo = new ArrayList<Line>();
        for (String file :
                manifests.stream().map(one -> one.place().source()).distinct().toList()) {
            List<Manifest> inside =
                    manifests.stream().filter(one -> one.place().source().equals(file)).toList();
            String kubectl = kubectl(inside) + " ";
            String named = " -f " + Prompt.word(file);
            String before = kept(file, "before");
            String there = kept(file, "there");
            act.add(
                    ByHand.type(
                            kubectl + "get --ignore-not-found -o yaml" + named + " > " + before));
            String names = kubectl + NAMES + named + " | tr -s ' '";
            act.add(ByHand.type(names + " > " + there));
            act.add(
                    ByHand.say(
                            "Stop where %s shows objects that somebody else made."
                                    .formatted(before)));
            act.add(ByHand.type(kubectl + APPLIED.formatted("apply") + named));
            check.add(ByHand.type(kubectl + APPLIED.formatted("diff") + named));
            undo.addAll(0, restoring(names, there, before));
        }
        manifests.stream()
                .filter(Manifest::isWorkload)
                .forEach(
                        one -> check.add(ready(one.kind(), one.namespace(), one.name(), patience)));
        return new ByHand.Told(act, check, undo);
    }

    /// Deletes what was not there before, and puts back what was.
    private List<Line> restoring(String names, String there, String before) {
        return List.of(
                ByHand.type(
                        names
                                + " | grep -vxFf "
                                + there
                                + " | while read -r kind namespace name; do "
                                + kubectl()
                                + " delete --ignore-not-found -n \"$namespace\" \"$kind\" \"$name\"; done"),
                ByHand.type(
                        "test ! -s %1$s || %2$s patch --local -f %1$s --type=json -p '%3$s' -o json | %2$s replace -f -"
                                .formatted(before, kubectl(), ANY_VERSION)));
    }

    /// Runs a Job to its end.
    ByHand.Told running(Manifest job, Duration patience) {
        String kubectl = kubectl() + " -n " + job.namespace() + " ";
        String name = "job/" + job.name();
        return new ByHand.Told(
                List.of(ByHand.type(kubectl + "create -f " + Prompt.word(job.place().source()))),
                List.of(
                        ByHand.type(
                                kubectl
                                        + "wait --for=condition=complete --timeout="
                                        + seconds(patience)
                                        + " "
                                        + name),
                        ByHand.say(
                                "It waits for the end of its time where the Job has failed: %sdescribe %s tells."
                                        .formatted(kubectl, name)),
                        ByHand.type(kubectl + "logs " + name)),
                List.of(
                        ByHand.say(
                                "What its program did outside the cluster is not undone by this."),
                        ByHand.type(kubectl + "delete " + name)));
    }

    /// Sets the number of replicas.
    ByHand.Told scaling(ScaleAction.Workload workload, int replicas, Duration patience) {
        String kubectl = kubectl() + " -n " + workload.namespace() + " ";
        String kind = workload.type().kind();
        String name = kind.toLowerCase(Locale.ROOT) + "/" + workload.name();
        String before = kept(workload.name(), "replicas");
        String number = kubectl + "get " + name + " -o jsonpath='{.spec.replicas}'";
        return new ByHand.Told(
                List.of(
                        ByHand.type(number + " > " + before),
                        ByHand.type(kubectl + "scale " + name + " --replicas=" + replicas)),
                List.of(
                        ByHand.type("test \"$(" + number + ")\" = " + replicas),
                        ready(kind, workload.namespace(), workload.name(), patience)),
                List.of(
                        ByHand.type(
                                kubectl
                                        + "scale "
                                        + name
                                        + " --replicas=\"$(cat "
                                        + before
                                        + ")\""),
                        ready(kind, workload.namespace(), workload.name(), patience)));
    }

    private Line ready(String kind, String namespace, String name, Duration patience) {
        return ByHand.type(
                "%s -n %s rollout status %s/%s --timeout=%s"
                        .formatted(
                                kubectl(),
                                namespace,
                                kind.toLowerCase(Locale.ROOT),
                                name,
                                seconds(patience)));
    }

    private String kept(String file, String what) {
        return prompt.kept(
                "%s.%s.%s"
                        .formatted(
                                file.substring(file.lastIndexOf('/') + 1),
                                Prompt.alias(cluster),
                                what));
    }

    /// With the namespace that the step gives to objects of a file that name none.
    private String kubectl(List<Manifest> inside) {
        Optional<String> given =
                inside.stream()
                        .filter(one -> !one.namespace().isEmpty() && !namesIts(one))
                        .map(Manifest::namespace)
                        .findFirst();
        return kubectl() + given.map(namespace -> " -n " + namespace).orElse("");
    }

    private static boolean namesIts(Manifest manifest) {
        return manifest.source().get("metadata").orElse(null) instanceof Node.Mapping metadata
                && metadata.get("namespace").isPresent();
    }

    private String kubectl() {
        return prompt.kubectl(cluster);
    }

    private static String seconds(Duration patience) {
        return Math.max(1, patience.toSeconds()) + "s";
    }
}
