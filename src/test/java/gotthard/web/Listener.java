package gotthard.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads server-sent events, one by one.
final class Listener implements AutoCloseable {
    /// One event; without an id, or without a name, these are empty.
    record Heard(String id, String name, String data) {}

    private final int status;
    private final InputStream body;
    private final BufferedReader lines;

    private Listener(HttpResponse<InputStream> answer) {
        status = answer.statusCode();
        body = answer.body();
        lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    }

    /// @param last the header `Last-Event-ID`
    static Listener to(Scene scene, String path, String token, Optional<String> last)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(scene.at(path)).header("Authorization", "Bearer " + token);
        last.ifPresent(id -> request.header("Last-Event-ID", id));
        return new Listener(
                scene.client().send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
    }

    int status() {
        return status;
    }

    /// The next event or comment; empty at the end of the stream.
    Optional<Heard> next() throws IOException {
        String id = "";
        String name = "";
        String data = "";
        while (true) {
            String line = lines.readLine();
            if (line == null) {
                return Optional.empty();
            }
            if (line.isEmpty()) {
                return Optional.of(new Heard(id, name, data));
            }
            if (line.startsWith("id: ")) {
                id = line.substring(4);
            } else if (line.startsWith("event: ")) {
                name = line.substring(7);
            } else if (line.startsWith("data: ")) {
                data = line.substring(6);
            } else {
                name = line;
            }
        }
    }

    /// The next events of a name, so many of them.
    List<Heard> next(String name, int count) throws IOException {
        List<Heard> heard = new ArrayList<>();
        while (heard.size() < count) {
            Heard one = next().orElseThrow(() -> new IOException("the stream has ended"));
            if (one.name().equals(name)) {
                heard.add(one);
            }
        }
        return heard;
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
