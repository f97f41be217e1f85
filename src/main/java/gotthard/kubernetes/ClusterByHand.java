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
            String before = before(file);
            act.add(
                    ByHand.type(
                            kubectl + "get --ignore-not-found -o yaml" + named + " > " + before));
            act.add(
                    ByHand.say(
                            "Stop where %s shows objects that somebody else made."
                                    .formatted(before)));
            act.add(ByHand.type(kubectl + "apply --server-side" + named));
            check.add(ByHand.type(kubectl + "diff --server-side" + named));
            undo.addFirst(ByHand.type(kubectl + "delete" + named));
            undo.addFirst(
                    ByHand.say(
                            "What stands in %s was there before: put it back with kubectl replace instead of deleting it."
                                    .formatted(before)));
        }
        manifests.stream()
                .filter(Manifest::isWorkload)
                .forEach(
                        one -> check.add(ready(one.kind(), one.namespace(), one.name(), patience)));
        return new ByHand.Told(act, check, undo);
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
        String before = "%s.%s.replicas".formatted(workload.name(), Prompt.alias(cluster));
        return new ByHand.Told(
                List.of(
                        ByHand.type(
                                kubectl
                                        + "get "
                                        + name
                                        + " -o jsonpath='{.spec.replicas}' > "
                                        + before),
                        ByHand.type(kubectl + "scale " + name + " --replicas=" + replicas)),
                List.of(ready(kind, workload.namespace(), workload.name(), patience)),
                List.of(
                        ByHand.type(
                                kubectl
                                        + "scale "
                                        + name
                                        + " --replicas=\"$(cat "
                                        + before
                                        + ")\"")));
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

    private String before(String file) {
        return "%s.%s.before"
                .formatted(file.substring(file.lastIndexOf('/') + 1), Prompt.alias(cluster));
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
