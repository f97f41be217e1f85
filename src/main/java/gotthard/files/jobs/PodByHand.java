package gotthard.files.jobs;

import gotthard.action.ByHand;
import gotthard.action.ByHand.Line;
import gotthard.action.Prompt;
import gotthard.inventory.Store;
import gotthard.world.CellId;

/// The pod from which a person works on the files of a cell in a volume.
///
/// @param user as which it runs, by number
public record PodByHand(CellId cell, End end, int user, Prompt prompt) {
    /// What pods are made of.
    public static Line tools() {
        return ByHand.say(
                "$TOOLS_IMAGE names an image with sh, find, sha256sum and GNU tar that both clusters may pull. A pod of that name that an earlier step has left is used again.");
    }

    /// Makes it.
    public Line make() {
        String spec =
                """
                {"spec":{"securityContext":{"runAsUser":%3$d},"containers":[{"name":"%1$s","image":"'"$TOOLS_IMAGE"'","command":["sleep","604800"],"volumeMounts":[{"name":"data","mountPath":"/data"}]}],"volumes":[{"name":"data",%2$s}]}}"""
                        .formatted(name(), volume(), user);
        return ByHand.type(
                "%1$s get pod %2$s 2> /dev/null || %1$s run %2$s --image=\"$TOOLS_IMAGE\" --restart=Never --overrides='%3$s'"
                        .formatted(kubectl(), name(), spec));
    }

    /// Waits for it.
    public Line ready() {
        return ByHand.type(kubectl() + " wait --for=condition=Ready --timeout=300s pod/" + name());
    }

    /// Runs a script in the folder of the cell.
    public String in(String script) {
        return run("cd " + Prompt.word("/data/" + end.folder()) + " && " + script);
    }

    String run(String script) {
        return "%s exec -i %s -- sh -c %s".formatted(kubectl(), name(), Prompt.word(script));
    }

    /// What it is called at either end.
    public String name() {
        return "by-hand-" + cell.region() + "-" + cell.data();
    }

    private String volume() {
        return switch (end.volume()) {
            case Store.Volume.Claim(var name) ->
                    "\"persistentVolumeClaim\":{\"claimName\":\"" + name + "\"}";
            case Store.Volume.HostFolder(var path) -> "\"hostPath\":{\"path\":\"" + path + "\"}";
        };
    }

    private String kubectl() {
        return prompt.kubectl(end.cluster()) + " -n " + end.namespace();
    }
}
