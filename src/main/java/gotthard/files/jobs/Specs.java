package gotthard.files.jobs;

import gotthard.inventory.Store.Volume;
import gotthard.transfer.report.Ending;
import gotthard.transfer.report.Role;
import gotthard.transfer.stream.Target;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The objects that movers consist of, without names and marks.
///
/// What a mover may do is as little as it takes: no account of the cluster, no new privileges, a root file system that it can't write. It runs as
/// a user of the plan's choice, who must be able to read the source's files and to write the target's folder; only where owners are kept it is
/// root, with the four capabilities that reading, writing and giving files of others take.
final class Specs {
    static final int DATA_PORT = 7443;
    static final int CONTROL_PORT = 7480;
    static final String EQUIPPED_AT = "/metadata/annotations/gotthard.dev~1equipped";
    static final String EQUIPPED = "gotthard.dev/equipped";
    static final String TOKEN = "token";

    private static final String DATA = "/data";
    private static final String KEYS = "/run/gotthard/tls";
    private static final String CONTAINER = "mover";
    private static final int TRIES = 6;
    private static final int GRACE_SECONDS = 20;
    private static final int LONGEST_KEPT = 3600;

    /// How long a mover tries to find the other end again by itself, before the next pod does.
    private static final int PATIENCE_SECONDS = 120;

    /// Further tries make no sense: something must be done first, or it is known by name what could not be copied.
    static final List<Integer> FINAL =
            List.of(Ending.INCOMPLETE.code(), Ending.BAD_USE, Ending.STOPPED.code(), Ending.BUG);

    private Specs() {}

    /// A Job that is still suspended, so that what it mounts can be made with it as the owner.
    static Map<String, Object> job(
            Order order, End end, boolean onlyReads, String secret, List<String> arguments) {
        var spec = new TreeMap<String, Object>();
        spec.put("suspend", true);
        spec.put("completionMode", "Indexed");
        spec.put("completions", order.shards());
        spec.put("parallelism", order.shards());
        spec.put("backoffLimitPerIndex", TRIES);
        spec.put("podFailurePolicy", Map.of("rules", rules()));
        if (arguments.getFirst().equals(Role.TELL.word())) {
            // It goes by itself where nobody is left to remove it.
            spec.put("ttlSecondsAfterFinished", LONGEST_KEPT);
        }
        spec.put("template", Map.of("spec", pod(order, end, onlyReads, secret, arguments)));
        return Map.of("spec", spec);
    }

    private static List<Object> rules() {
        return List.of(
                Map.of(
                        "action",
                        "Ignore",
                        "onPodConditions",
                        List.of(Map.of("type", "DisruptionTarget"))),
                Map.of(
                        "action",
                        "FailIndex",
                        "onExitCodes",
                        Map.of("containerName", CONTAINER, "operator", "In", "values", FINAL)));
    }

    private static Map<String, Object> pod(
            Order order, End end, boolean onlyReads, String secret, List<String> arguments) {
        var pod = new TreeMap<String, Object>();
        pod.put("restartPolicy", "Never");
        pod.put("terminationGracePeriodSeconds", GRACE_SECONDS);
        pod.put("automountServiceAccountToken", false);
        pod.put("enableServiceLinks", false);
        pod.put("securityContext", Map.of("seccompProfile", Map.of("type", "RuntimeDefault")));
        pod.put("containers", List.of(container(order, end, onlyReads, arguments)));
        pod.put(
                "volumes",
                List.of(
                        volume(end.volume()),
                        Map.of(
                                "name",
                                "tls",
                                "secret",
                                Map.of("secretName", secret, "defaultMode", 292)),
                        Map.of("name", "tmp", "emptyDir", Map.of())));
        return pod;
    }

    private static Map<String, Object> container(
            Order order, End end, boolean onlyReads, List<String> arguments) {
        var container = new TreeMap<String, Object>();
        container.put("name", CONTAINER);
        container.put("image", end.image());
        container.put("imagePullPolicy", "IfNotPresent");
        container.put("args", arguments);
        container.put("securityContext", rightsOf(order));
        container.put(
                "resources",
                Map.of(
                        "requests", Map.of("cpu", "250m", "memory", "256Mi"),
                        "limits", Map.of("memory", "768Mi")));
        container.put(
                "volumeMounts",
                List.of(
                        Map.of("name", "data", "mountPath", DATA, "readOnly", onlyReads),
                        Map.of("name", "tls", "mountPath", KEYS, "readOnly", true),
                        Map.of("name", "tmp", "mountPath", "/tmp")));
        return container;
    }

    private static Map<String, Object> rightsOf(Order order) {
        boolean isRoot = order.owners() == Order.Owners.KEPT;
        return Map.of(
                "runAsUser",
                isRoot ? 0 : order.user(),
                "runAsGroup",
                isRoot ? 0 : order.user(),
                "runAsNonRoot",
                !isRoot,
                "readOnlyRootFilesystem",
                true,
                "allowPrivilegeEscalation",
                false,
                "capabilities",
                isRoot
                        ? Map.of(
                                "drop",
                                List.of("ALL"),
                                "add",
                                List.of("CHOWN", "DAC_OVERRIDE", "DAC_READ_SEARCH", "FOWNER"))
                        : Map.of("drop", List.of("ALL")));
    }

    private static Map<String, Object> volume(Volume volume) {
        return switch (volume) {
            case Volume.Claim(var name) ->
                    Map.of("name", "data", "persistentVolumeClaim", Map.of("claimName", name));
            // A folder that is not there is a disk that is not mounted: never made.
            case Volume.HostFolder(var path) ->
                    Map.of("name", "data", "hostPath", Map.of("path", path, "type", "Directory"));
        };
    }

    /// What all movers are told.
    static List<String> arguments(Order order, End end, String key) {
        var all = new ArrayList<String>();
        all.addAll(List.of("--root", DATA + "/" + end.folder(), "--key", key));
        all.addAll(List.of("--shards", Integer.toString(order.shards()), "--tls", KEYS));
        all.addAll(List.of("--patience", Integer.toString(PATIENCE_SECONDS)));
        return all;
    }

    /// What those at the target are told of a folder that is not the cell's alone.
    static List<String> atTarget(MovedCell cell) {
        return switch (cell.folder()) {
            case OWN -> List.of();
            case SHARED -> List.of("--folder", "shared");
            case MERGED -> List.of("--folder", "merged");
        };
    }

    /// What those at the source are told of it, and of the list that names the files.
    static List<String> atSource(MovedCell cell) {
        List<String> all = new ArrayList<>();
        if (cell.folder() == Target.Folder.MERGED) {
            all.addAll(List.of("--folder", "merged"));
        }
        cell.list().ifPresent(list -> all.addAll(List.of("--list", DATA + "/" + list)));
        return all;
    }

    static Map<String, Object> secret(Identity own, Identity peer, String token) {
        return Map.of(
                "type",
                "Opaque",
                "data",
                Map.of(
                        "own.key",
                        base64(own.key()),
                        "own.crt",
                        base64(own.certificate()),
                        "peer.crt",
                        base64(peer.certificate()),
                        TOKEN,
                        base64(token)));
    }

    /// Leads from a port of the nodes to one shard.
    static Map<String, Object> service(String job, int shard) {
        return Map.of(
                "spec",
                Map.of(
                        "type",
                        "NodePort",
                        "publishNotReadyAddresses",
                        true,
                        "selector",
                        Map.of(
                                "batch.kubernetes.io/job-name",
                                job,
                                "batch.kubernetes.io/job-completion-index",
                                Integer.toString(shard)),
                        "ports",
                        List.of(
                                Map.of(
                                        "name",
                                        "data",
                                        "port",
                                        DATA_PORT,
                                        "targetPort",
                                        DATA_PORT,
                                        "protocol",
                                        "TCP"))));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
