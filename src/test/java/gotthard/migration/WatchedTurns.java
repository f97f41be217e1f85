package gotthard.migration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import gotthard.sandbox.cluster.SandboxCluster;

import io.fabric8.kubernetes.client.Config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Every version of the object `turn` that a cluster of the sandbox has had, in order.
final class WatchedTurns implements AutoCloseable {
    private static final String CHANGES =
            "api/v1/configmaps?watch=true&timeoutSeconds=3600&resourceVersion=1";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Turn> seen = new CopyOnWriteArrayList<>();

    private WatchedTurns() {}

    /// Who changed it, and to what.
    record Turn(long fence, long step) {}

    static WatchedTurns at(SandboxCluster cluster, Path token) throws IOException {
        var turns = new WatchedTurns();
        String server =
                Config.fromKubeconfig("zurich-1", cluster.kubeconfig().toFile()).getMasterUrl();
        var request =
                HttpRequest.newBuilder(URI.create(server).resolve("/" + CHANGES))
                        .header("Authorization", "Bearer " + Files.readString(token).strip())
                        .build();
        turns.follow(request);
        return turns;
    }

    private void follow(HttpRequest request) {
        Thread.ofVirtual()
                .start(
                        () -> {
                            try {
                                http.send(request, HttpResponse.BodyHandlers.ofLines())
                                        .body()
                                        .forEach(this::note);
                            } catch (IOException | UncheckedIOException | InterruptedException _) {
                                Thread.currentThread().interrupt();
                            }
                        });
    }

    private void note(String line) {
        try {
            JsonNode object = JSON.readTree(line).path("object");
            if (object.at("/metadata/name").asText().equals("turn")) {
                seen.add(
                        new Turn(
                                object.at("/metadata/annotations/gotthard.dev~1fence").asLong(),
                                object.at("/data/step").asLong()));
            }
        } catch (IOException broken) {
            throw new IllegalStateException(line, broken);
        }
    }

    List<Turn> seen() {
        return List.copyOf(seen);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
