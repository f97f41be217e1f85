package gotthard.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import gotthard.action.Unreachable;
import gotthard.inventory.EndpointName;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;

import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A connection to the API server of one cluster. Several threads may use it at once.
public final class ClusterConnection implements AutoCloseable {
    /// The name under which this project owns fields.
    static final String MANAGER = "gotthard";

    private static final String JSON = "application/json";

    private final EndpointName where;
    private final KubernetesClient client;
    private final String server;
    private final Map<String, ResourceType> discovered = new ConcurrentHashMap<>();

    ClusterConnection(EndpointName where, KubernetesClient client) {
        this.where = where;
        this.client = client;
        this.server = client.getConfiguration().getMasterUrl().replaceAll("/+$", "");
    }

    /// The address of the API server.
    String server() {
        return server;
    }

    Config configuration() {
        return client.getConfiguration();
    }

    EndpointName where() {
        return where;
    }

    Answer get(String path) throws Unreachable, InterruptedException {
        return send("GET", path, JSON, "");
    }

    /// Server-side apply by our field manager; never takes fields of others.
    Answer apply(String path, ObjectNode object, boolean isTrial)
            throws Unreachable, InterruptedException {
        String query = "?fieldManager=" + MANAGER + (isTrial ? "&dryRun=All" : "");
        return send("PATCH", path + query, "application/apply-patch+yaml", Json.write(object));
    }

    /// A merge patch (RFC 7386).
    Answer merge(String path, String manager, ObjectNode patch, boolean isTrial)
            throws Unreachable, InterruptedException {
        String query = "?fieldManager=" + manager + (isTrial ? "&dryRun=All" : "");
        return send("PATCH", path + query, "application/merge-patch+json", Json.write(patch));
    }

    Answer post(String path, ObjectNode object) throws Unreachable, InterruptedException {
        return send("POST", path + "?fieldManager=" + MANAGER, JSON, Json.write(object));
    }

    /// Deletes exactly the object that was seen, not another of its name, and only as it was seen. One without `resourceVersion` is
    /// deleted however it has changed since.
    Answer delete(ResourceType type, ObjectNode seen) throws Unreachable, InterruptedException {
        JsonNode metadata = seen.path("metadata");
        ObjectNode options = Json.object().put("kind", "DeleteOptions").put("apiVersion", "v1");
        options.put("propagationPolicy", type.hasDependants() ? "Foreground" : "Background");
        ObjectNode preconditions = options.putObject("preconditions");
        preconditions.put("uid", metadata.path("uid").asText());
        if (metadata.has("resourceVersion")) {
            preconditions.set("resourceVersion", metadata.path("resourceVersion"));
        }
        String path =
                type.path(metadata.path("namespace").asText(), metadata.path("name").asText());
        return send("DELETE", path, JSON, Json.write(options));
    }

    /// The kind as this cluster serves it.
    Optional<ResourceType> type(String apiVersion, String kind)
            throws Unreachable, InterruptedException {
        Optional<ResourceType> builtIn = ResourceType.builtIn(apiVersion, kind);
        if (builtIn.isPresent()) {
            return builtIn;
        }
        String key = apiVersion + " " + kind;
        if (!discovered.containsKey(key)) {
            discover(apiVersion);
        }
        return Optional.ofNullable(discovered.get(key));
    }

    private void discover(String apiVersion) throws Unreachable, InterruptedException {
        int slash = apiVersion.indexOf('/');
        String group = slash < 0 ? "" : apiVersion.substring(0, slash);
        Answer answer = get(slash < 0 ? "/api/" + apiVersion : "/apis/" + apiVersion);
        answer.body()
                .path("resources")
                .valueStream()
                .filter(one -> !one.path("name").asText().contains("/"))
                .forEach(
                        one ->
                                discovered.put(
                                        apiVersion + " " + one.path("kind").asText(),
                                        new ResourceType(
                                                group,
                                                apiVersion.substring(slash + 1),
                                                one.path("kind").asText(),
                                                one.path("name").asText(),
                                                one.path("namespaced").asBoolean())));
    }

    Answer send(String method, String path, String contentType, String body)
            throws Unreachable, InterruptedException {
        HttpRequest.Builder request = request(path).header("Accept", JSON);
        request.method(method, contentType, body.isEmpty() ? null : body);
        return answered(request, Duration.ofMillis(client.getConfiguration().getRequestTimeout()));
    }

    /// By way of the API server, to one of its pods, which may be gone: then nothing answers.
    Answer proxied(
            String method, String path, Map<String, String> headers, String body, Duration patience)
            throws Unreachable, InterruptedException {
        HttpRequest.Builder request = request(path);
        headers.forEach(request::header);
        request.method(method, "text/plain", body.isEmpty() ? null : body);
        return answered(request, patience);
    }

    private HttpRequest.Builder request(String path) {
        return client.getHttpClient().newHttpRequestBuilder().uri(server + path);
    }

    private Answer answered(HttpRequest.Builder request, Duration patience)
            throws Unreachable, InterruptedException {
        CompletableFuture<HttpResponse<String>> answered =
                client.getHttpClient().sendAsync(request.build(), String.class);
        try {
            HttpResponse<String> response =
                    answered.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (response.code() == 401) {
                throw new Unreachable(Failures.unauthorized(where));
            }
            return new Answer(
                    response.code(),
                    Optional.ofNullable(response.bodyString()).orElse(""),
                    response.headers("Date").stream().findFirst());
        } catch (TimeoutException _) {
            throw new Unreachable(
                    Failures.unanswered(where, server, new HttpTimeoutException("no answer")));
        } catch (ExecutionException broken) {
            throw new Unreachable(Failures.unanswered(where, server, broken));
        } catch (java.io.IOException broken) {
            throw new Unreachable(Failures.unanswered(where, server, broken));
        } finally {
            answered.cancel(true);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
