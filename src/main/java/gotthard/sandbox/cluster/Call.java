package gotthard.sandbox.cluster;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One request, taken apart.
///
/// @param namespace empty: cluster-wide
/// @param name empty: the collection
/// @param subresource empty, `status`, `scale` or `log`
/// @param agent the program that asks, which manages fields unless it names another manager
record Call(
        String method,
        Resource resource,
        String namespace,
        String name,
        String subresource,
        Map<String, String> query,
        String contentType,
        String body,
        String agent) {
    Call {
        query = Map.copyOf(query);
    }

    /// Where a path leads, or nothing when it is no path of a served resource.
    static Optional<Call> of(
            String method, String path, Map<String, String> query, Content content) {
        List<String> parts =
                Arrays.stream(path.split("/", -1))
                        .filter(part -> !part.isEmpty())
                        .map(part -> URLDecoder.decode(part, StandardCharsets.UTF_8))
                        .toList();
        boolean isCore =
                parts.size() > 2
                        && parts.get(0).equals("api")
                        && parts.get(1).equals(Resource.VERSION);
        boolean isGroup =
                parts.size() > 3
                        && parts.get(0).equals("apis")
                        && parts.get(2).equals(Resource.VERSION);
        if (!isCore && !isGroup) {
            return Optional.empty();
        }
        String group = isCore ? "" : parts.get(1);
        List<String> rest = parts.subList(isCore ? 2 : 3, parts.size());
        boolean isInside =
                rest.getFirst().equals("namespaces")
                        && rest.size() > 2
                        && !rest.get(2).equals("status")
                        && !rest.get(2).equals("finalize");
        String namespace = isInside ? rest.get(1) : "";
        List<String> own = isInside ? rest.subList(2, rest.size()) : rest;
        return Resource.of(group, own.getFirst())
                .filter(resource -> own.size() <= 3)
                .filter(resource -> isInside == resource.isNamespaced() || own.size() == 1)
                .map(
                        resource ->
                                new Call(
                                        method,
                                        resource,
                                        namespace,
                                        own.size() > 1 ? own.get(1) : "",
                                        own.size() > 2 ? own.get(2) : "",
                                        query,
                                        content.type(),
                                        content.body(),
                                        content.agent()));
    }

    /// What a request carries besides its path.
    record Content(String type, String body, String agent) {}

    static Map<String, String> query(String raw) {
        var query = new HashMap<String, String>();
        for (String pair : raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (!pair.isEmpty()) {
                String key = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                query.put(
                        URLDecoder.decode(key, StandardCharsets.UTF_8),
                        URLDecoder.decode(value, StandardCharsets.UTF_8));
            }
        }
        return query;
    }

    /// The word that access rules know it by: `get`, `list`, `watch`, `create`, `update`, `patch`, `delete`.
    String verb() {
        return switch (method) {
            case "GET" -> isWatch() ? "watch" : name.isEmpty() ? "list" : "get";
            case "POST" -> "create";
            case "PUT" -> "update";
            case "PATCH" -> "patch";
            default -> "delete";
        };
    }

    boolean isWatch() {
        return query.getOrDefault("watch", "").matches("1|true");
    }

    boolean isDryRun() {
        return query.getOrDefault("dryRun", "").equals("All");
    }

    ObjectName object() {
        return new ObjectName(resource, namespace, name);
    }

    /// Who owns the fields that it changes.
    Ownership.Owner owner() {
        boolean isApply = contentType.startsWith("application/apply-patch");
        String program = agent.isEmpty() ? "unknown" : agent.split("/", -1)[0];
        return new Ownership.Owner(
                query.getOrDefault("fieldManager", program),
                isApply ? "Apply" : "Update",
                subresource);
    }
}
