package gotthard.files.jobs;

import gotthard.action.ByHand;
import gotthard.action.ByHand.Line;
import gotthard.action.Prompt;
import gotthard.inventory.Store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How a person brings the files of a cell from one volume to another: a pod at each end that mounts the volume, and `tar` between them.
record VolumeByHand(Order order, MovedCell cell, Prompt prompt) {
    private static final String EVERYTHING = "find . -mindepth 1 | LC_ALL=C sort";
    private static final String DIGESTS = "find . -type f -exec sha256sum {} + | LC_ALL=C sort";
    private static final String REMOVE =
            "while IFS= read -r path; do if [ -d \"$path\" ] && [ ! -L \"$path\" ]; then rmdir \"$path\"; else rm -f \"$path\"; fi; done";

    ByHand.Told told() {
        ByHand.Told told = again();
        var act = new ArrayList<>(pods());
        act.addAll(told.act());
        return new ByHand.Told(act, told.check(), told.undo());
    }

    private List<Line> pods() {
        return List.of(
                ByHand.say(
                        "$TOOLS_IMAGE names an image with sh, find, tar and sha256sum that both clusters may pull. The pods must run as a user who may read and write there (the plan: %d)."
                                .formatted(order.user())),
                pod(cell.from()),
                pod(cell.to()));
    }

    /// The same, where the pods are there.
    ByHand.Told again() {
        var act = new ArrayList<Line>();
        act.add(
                ByHand.type(
                        exec(cell.to(), "mkdir -p " + folder(cell.to()))
                                + " && "
                                + in(cell.to(), EVERYTHING)
                                + " > "
                                + file("before")));
        act.add(ByHand.type(in(cell.from(), listing()) + " > " + file("source")));
        act.add(
                ByHand.type(
                        "LC_ALL=C comm -23 %s %s > %s"
                                .formatted(file("source"), file("before"), file("missing"))));
        act.add(
                ByHand.type(
                        "%s < %s | %s"
                                .formatted(
                                        in(cell.from(), "tar -cf - --no-recursion -T -"),
                                        file("missing"),
                                        in(cell.to(), "tar -xpf -"))));
        return new ByHand.Told(act, check(), undo());
    }

    private List<Line> check() {
        return List.of(
                ByHand.type(in(cell.from(), digests()) + " > " + file("digests")),
                ByHand.type(in(cell.to(), "sha256sum -c -") + " < " + file("digests")),
                ByHand.say(
                        "The last command ends with 0, and the list %s is not empty. The pods are removed when all steps that use them have ended: kubectl delete pod %s, at both ends."
                                .formatted(file("digests"), pod())));
    }

    private List<Line> undo() {
        return List.of(
                ByHand.type(
                        "%s | LC_ALL=C comm -13 %s - | LC_ALL=C sort -r > %s"
                                .formatted(
                                        in(cell.to(), EVERYTHING),
                                        file("before"),
                                        file("brought"))),
                ByHand.say("Read that list, and take out of it what others have put there since."),
                ByHand.type(in(cell.to(), REMOVE) + " < " + file("brought")));
    }

    private String listing() {
        return list().map(ListByHand::names).orElse(EVERYTHING);
    }

    private String digests() {
        return list().map(ListByHand::digests).orElse(DIGESTS);
    }

    private Optional<String> list() {
        return cell.list().map(path -> "/data/" + path);
    }

    private Line pod(End end) {
        String spec =
                """
                {"spec":{"containers":[{"name":"%1$s","image":"'"$TOOLS_IMAGE"'","command":["sleep","604800"],"volumeMounts":[{"name":"data","mountPath":"/data"}]}],"volumes":[{"name":"data",%2$s}]}}"""
                        .formatted(pod(), volume(end));
        return ByHand.type(
                kubectl(end)
                        + " run "
                        + pod()
                        + " --image=\"$TOOLS_IMAGE\" --restart=Never --overrides='"
                        + spec
                        + "'");
    }

    private static String volume(End end) {
        return switch (end.volume()) {
            case Store.Volume.Claim(var name) ->
                    "\"persistentVolumeClaim\":{\"claimName\":\"" + name + "\"}";
            case Store.Volume.HostFolder(var path) -> "\"hostPath\":{\"path\":\"" + path + "\"}";
        };
    }

    private String in(End end, String script) {
        return exec(end, "cd " + folder(end) + " && " + script);
    }

    private String exec(End end, String script) {
        return kubectl(end) + " exec -i " + pod() + " -- sh -c " + Prompt.word(script);
    }

    private String kubectl(End end) {
        return prompt.kubectl(end.cluster()) + " -n " + end.namespace();
    }

    private static String folder(End end) {
        return Prompt.word("/data/" + end.folder());
    }

    private String pod() {
        return "by-hand-" + cell.cell().region() + "-" + cell.cell().data();
    }

    private String file(String what) {
        return "%s.%s.%s.%s".formatted(cell.cell().region(), cell.cell().data(), order.to(), what);
    }
}
