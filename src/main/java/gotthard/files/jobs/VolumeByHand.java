package gotthard.files.jobs;

import gotthard.action.ByHand;
import gotthard.action.ByHand.Line;
import gotthard.action.Prompt;
import gotthard.action.Route;
import gotthard.inventory.Store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How a person brings the files of a cell from one volume to another: a pod at each end that mounts the volume, and `tar` between them.
///
/// @param manner how it is gone again and again, or both ways; empty where it is gone once
record VolumeByHand(Order order, MovedCell cell, Optional<Route.Manner> manner, Prompt prompt) {
    ByHand.Told told() {
        ByHand.Told told =
                new FilesByHand(
                                shore(cell.from()),
                                shore(cell.to()),
                                new FilesByHand.Which(
                                        list(),
                                        order.proof() == Order.Proof.COUNT,
                                        manner,
                                        FilesByHand.Times.EXACT),
                                this::file)
                        .told();
        var act = new ArrayList<>(pods());
        act.addAll(told.act());
        var check = new ArrayList<>(told.check());
        check.add(
                ByHand.say(
                        "The pods are removed when all steps that use them have ended: kubectl delete pod %s, at both ends."
                                .formatted(pod())));
        return new ByHand.Told(act, check, told.undo());
    }

    private List<Line> pods() {
        return List.of(
                ByHand.say(
                        "$TOOLS_IMAGE names an image with sh, find, sha256sum and GNU tar that both clusters may pull. A pod of that name that an earlier step has left is used again."),
                pod(cell.from()),
                pod(cell.to()),
                ready(cell.from()),
                ready(cell.to()));
    }

    private Optional<String> list() {
        return cell.list().map(path -> "/data/" + path);
    }

    private Line pod(End end) {
        String spec =
                """
                {"spec":{"securityContext":{"runAsUser":%3$d},"containers":[{"name":"%1$s","image":"'"$TOOLS_IMAGE"'","command":["sleep","604800"],"volumeMounts":[{"name":"data","mountPath":"/data"}]}],"volumes":[{"name":"data",%2$s}]}}"""
                        .formatted(
                                pod(),
                                volume(end),
                                order.owners() == Order.Owners.KEPT ? 0 : order.user());
        return ByHand.type(
                "%1$s get pod %2$s 2> /dev/null || %1$s run %2$s --image=\"$TOOLS_IMAGE\" --restart=Never --overrides='%3$s'"
                        .formatted(kubectl(end), pod(), spec));
    }

    private Line ready(End end) {
        return ByHand.type(
                kubectl(end) + " wait --for=condition=Ready --timeout=300s pod/" + pod());
    }

    private static String volume(End end) {
        return switch (end.volume()) {
            case Store.Volume.Claim(var name) ->
                    "\"persistentVolumeClaim\":{\"claimName\":\"" + name + "\"}";
            case Store.Volume.HostFolder(var path) -> "\"hostPath\":{\"path\":\"" + path + "\"}";
        };
    }

    private FilesByHand.Shore shore(End end) {
        return new FilesByHand.Shore(
                "/data/" + end.folder(),
                script ->
                        "%s exec -i %s -- sh -c %s"
                                .formatted(kubectl(end), pod(), Prompt.word(script)));
    }

    private String kubectl(End end) {
        return prompt.kubectl(end.cluster()) + " -n " + end.namespace();
    }

    private String pod() {
        return "by-hand-" + cell.cell().region() + "-" + cell.cell().data();
    }

    private String file(String what) {
        return prompt.kept(
                "%s.%s.%s.%s"
                        .formatted(cell.cell().region(), cell.cell().data(), order.to(), what));
    }
}
