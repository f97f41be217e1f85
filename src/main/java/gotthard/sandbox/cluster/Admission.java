package gotthard.sandbox.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Fills in what a Kubernetes API server fills in, and refuses what it refuses, as far as the shipped plans could notice.
final class Admission {
    private static final int FIRST_NODE_PORT = 30_000;
    private static final int NODE_PORTS = 2_768;

    private static final Pattern NAME = Pattern.compile("[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?");
    private static final Pattern SHORT_NAME = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");

    private Admission() {}

    static void fill(ObjectName name, ObjectNode object) {
        switch (name.resource()) {
            case NAMESPACES -> {
                object.withObject("/metadata/labels")
                        .put("kubernetes.io/metadata.name", name.name());
                object.withObject("/spec").withArray("/finalizers").removeAll().add("kubernetes");
                standard(object.withObject("/status"), "phase", "Active");
            }
            case DEPLOYMENTS, STATEFUL_SETS -> {
                standard(object.withObject("/spec"), "replicas", 1);
                fillPod(object.withObject("/spec/template/spec"));
            }
            case JOBS -> fillJob(object);
            case PODS -> fillPod(object.withObject("/spec"));
            case SERVICES -> fillService(name, object.withObject("/spec"));
            case SECRETS -> fillSecret(object);
            case CONFIG_MAPS, SERVICE_ACCOUNTS, RESOURCE_QUOTAS, ROLES, ROLE_BINDINGS -> {}
        }
    }

    private static void fillJob(ObjectNode object) {
        ObjectNode spec = object.withObject("/spec");
        standard(spec, "parallelism", 1);
        standard(spec, "completions", 1);
        standard(spec, "backoffLimit", 6);
        fillPod(spec.withObject("/template/spec"));
        String uid = object.path("metadata").path("uid").asText();
        if (!uid.isEmpty() && !spec.has("selector")) {
            spec.withObject("/selector/matchLabels").put("batch.kubernetes.io/controller-uid", uid);
            spec.withObject("/template/metadata/labels")
                    .put("batch.kubernetes.io/controller-uid", uid)
                    .put(
                            "batch.kubernetes.io/job-name",
                            object.path("metadata").path("name").asText());
        }
    }

    private static void fillPod(ObjectNode spec) {
        standard(spec, "restartPolicy", "Always");
        for (JsonNode container : spec.path("containers")) {
            if (container instanceof ObjectNode one) {
                standard(one, "imagePullPolicy", "IfNotPresent");
                fillPorts(one);
            }
        }
    }

    private static void fillPorts(ObjectNode of) {
        for (JsonNode port : of.path("ports")) {
            if (port instanceof ObjectNode one) {
                standard(one, "protocol", "TCP");
            }
        }
    }

    private static void fillService(ObjectName name, ObjectNode spec) {
        standard(spec, "type", "ClusterIP");
        int host = 1 + Math.floorMod((name.namespace() + "/" + name.name()).hashCode(), 65_000);
        standard(spec, "clusterIP", "10.96." + host / 256 + "." + host % 256);
        fillPorts(spec);
        for (JsonNode port : spec.path("ports")) {
            if (port instanceof ObjectNode one && !one.has("targetPort")) {
                one.set("targetPort", one.path("port"));
            }
            if (port instanceof ObjectNode one
                    && spec.path("type").asText().equals("NodePort")
                    && !one.has("nodePort")) {
                one.put("nodePort", FIRST_NODE_PORT + host % NODE_PORTS);
            }
        }
    }

    private static void fillSecret(ObjectNode object) {
        standard(object, "type", "Opaque");
        if (object.remove("stringData") instanceof ObjectNode texts) {
            ObjectNode data = object.withObject("/data");
            texts.properties()
                    .forEach(
                            entry ->
                                    data.put(
                                            entry.getKey(),
                                            java.util.Base64.getEncoder()
                                                    .encodeToString(
                                                            entry.getValue()
                                                                    .asText()
                                                                    .getBytes(
                                                                            java.nio.charset
                                                                                    .StandardCharsets
                                                                                    .UTF_8))));
        }
    }

    private static void standard(ObjectNode in, String field, String value) {
        if (!in.has(field)) {
            in.put(field, value);
        }
    }

    private static void standard(ObjectNode in, String field, int value) {
        if (!in.has(field)) {
            in.put(field, value);
        }
    }

    /// @param before empty for a new object
    static void check(ObjectName name, Optional<ObjectNode> before, ObjectNode object)
            throws Refusal {
        var causes = new ArrayList<Refusal.Cause>();
        Pattern pattern = name.resource() == Resource.NAMESPACES ? SHORT_NAME : NAME;
        if (!pattern.matcher(name.name()).matches()) {
            causes.add(
                    new Refusal.Cause(
                            "FieldValueInvalid",
                            "Invalid value: \"" + name.name() + "\": must be a DNS name",
                            "metadata.name"));
        }
        if (name.resource().isScalable()) {
            requireSelector(object, causes);
        }
        before.ifPresent(
                earlier ->
                        immutable(name.resource())
                                .forEach(
                                        path -> {
                                            if (!earlier.at(path).equals(object.at(path))) {
                                                causes.add(
                                                        new Refusal.Cause(
                                                                "FieldValueInvalid",
                                                                "Invalid value: "
                                                                        + object.at(path)
                                                                        + ": field is immutable",
                                                                path.substring(1)
                                                                        .replace('/', '.')));
                                            }
                                        }));
        if (!causes.isEmpty()) {
            throw Refusal.invalid(name, causes);
        }
    }

    private static void requireSelector(ObjectNode object, List<Refusal.Cause> causes) {
        JsonNode wanted = object.at("/spec/selector/matchLabels");
        JsonNode labels = object.at("/spec/template/metadata/labels");
        if (wanted.isEmpty()) {
            causes.add(new Refusal.Cause("FieldValueRequired", "Required value", "spec.selector"));
            return;
        }
        boolean matches =
                wanted.properties().stream()
                        .allMatch(entry -> entry.getValue().equals(labels.get(entry.getKey())));
        if (!matches) {
            causes.add(
                    new Refusal.Cause(
                            "FieldValueInvalid",
                            "Invalid value: "
                                    + labels
                                    + ": `selector` does not match template `labels`",
                            "spec.template.metadata.labels"));
        }
    }

    private static List<String> immutable(Resource resource) {
        return switch (resource) {
            case DEPLOYMENTS, STATEFUL_SETS -> List.of("/spec/selector");
            case JOBS -> List.of("/spec/selector", "/spec/template", "/spec/completions");
            case SERVICES -> List.of("/spec/clusterIP");
            case SECRETS -> List.of("/type");
            case ROLE_BINDINGS -> List.of("/roleRef");
            case NAMESPACES, CONFIG_MAPS, SERVICE_ACCOUNTS, PODS, RESOURCE_QUOTAS, ROLES ->
                    List.of();
        };
    }
}
