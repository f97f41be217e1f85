package gotthard.sandbox.cluster;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;

import gotthard.sandbox.witness.Act;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// Answers the requests of Kubernetes clients.
final class ApiServer implements HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ApiServer.class);
    private static final String REVIEWS = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";
    private static final Duration BEAT = Duration.ofMillis(500);

    private final Store store;
    private final Objects objects;
    private final Rights rights;
    private final SandboxCluster.Settings settings;
    private final Clock clock;
    private final String token;
    private volatile Duration latency = Duration.ZERO;

    ApiServer(Store store, SandboxCluster.Settings settings, Rights rights, String token) {
        this.store = store;
        this.settings = settings;
        this.clock = settings.clock();
        this.objects = new Objects(store, clock);
        this.rights = rights;
        this.token = token;
    }

    void delayBy(Duration each) {
        latency = each;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            answerOrRefuse(exchange);
        }
    }

    private void answerOrRefuse(HttpExchange exchange) throws IOException {
        try {
            Thread.sleep(latency);
            answer(exchange);
        } catch (Refusal refusal) {
            send(exchange, refusal.code(), refusal.status());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException defect) {
            LOG.atError()
                    .setCause(defect)
                    .addKeyValue("path", exchange.getRequestURI())
                    .log("defect");
            Refusal failed = Refusal.internal(defect);
            send(exchange, failed.code(), failed.status());
        }
    }

    private void answer(HttpExchange exchange) throws IOException, Refusal, InterruptedException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().getPath();
        if (path.matches("/(healthz|readyz|livez)")) {
            sendText(exchange, "ok");
            return;
        }
        if (!("Bearer " + token).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            throw Refusal.unauthorized();
        }
        if (path.equals(REVIEWS)) {
            send(exchange, 201, rights.review(Json.read(body)));
            return;
        }
        Optional<ObjectNode> discovered = Discovery.at(path);
        if (discovered.isPresent()) {
            send(exchange, 200, discovered.get());
            return;
        }
        resource(exchange, callOf(exchange, body));
    }

    private static Call callOf(HttpExchange exchange, String body) throws Refusal {
        Map<String, String> query =
                Call.query(Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""));
        var headers = exchange.getRequestHeaders();
        var content =
                new Call.Content(
                        Optional.ofNullable(headers.getFirst("Content-Type")).orElse(""),
                        body,
                        Optional.ofNullable(headers.getFirst("User-Agent")).orElse(""));
        return Call.of(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().getRawPath(),
                        query,
                        content)
                .orElseThrow(Refusal::unknownPath);
    }

    private void resource(HttpExchange exchange, Call call)
            throws IOException, Refusal, InterruptedException {
        rights.check(call);
        if (call.isWatch()) {
            watch(exchange, call);
            return;
        }
        if (call.subresource().equals("log")) {
            sendText(exchange, objects.get(call).at("/status/sandboxLog").asText());
            return;
        }
        if (call.method().equals("GET")) {
            send(exchange, 200, read(call));
            return;
        }
        if (makes(call)) {
            rights.check(call, "create");
        }
        var act =
                new Act.Request(
                        settings.context(), call.method(), exchange.getRequestURI().toString());
        settings.witness().before(act);
        Objects.Answer answer = changed(call);
        settings.witness().after(act);
        send(exchange, answer.code(), answer.body());
    }

    /// Whether it is an apply of an object that is not there, in a namespace that is.
    private boolean makes(Call call) {
        return call.contentType().startsWith("application/apply-patch")
                && store.get(call.object()).isEmpty()
                && (call.namespace().isEmpty()
                        || store.get(ObjectName.namespace(call.namespace())).isPresent());
    }

    private ObjectNode read(Call call) throws Refusal {
        if (call.subresource().equals("scale")) {
            return objects.scale(call);
        }
        return call.name().isEmpty() ? list(call) : objects.get(call);
    }

    private Objects.Answer changed(Call call) throws Refusal {
        if (call.subresource().equals("scale")) {
            return new Objects.Answer(200, objects.scale(call));
        }
        return switch (call.method()) {
            case "POST" -> objects.create(call);
            case "PUT" -> objects.replace(call);
            case "PATCH" -> objects.patch(call);
            case "DELETE" -> objects.delete(call);
            default -> throw Refusal.notAllowed();
        };
    }

    private ObjectNode list(Call call) {
        ObjectNode list = Json.object().put("kind", call.resource().kind() + "List");
        list.put("apiVersion", call.resource().apiVersion());
        ArrayNode items = Json.object().putArray("items");
        synchronized (store) {
            list.putObject("metadata").put("resourceVersion", Long.toString(store.revision()));
            store.list(call.resource(), call.namespace()).stream()
                    .filter(object -> Selector.of(call).matches(object))
                    .forEach(items::add);
        }
        list.set("items", items);
        return list;
    }

    private void watch(HttpExchange exchange, Call call)
            throws IOException, Refusal, InterruptedException {
        if ("websocket".equalsIgnoreCase(exchange.getRequestHeaders().getFirst("Upgrade"))) {
            throw Refusal.noWebSockets();
        }
        String asked = call.query().getOrDefault("resourceVersion", "");
        long known = asked.isEmpty() ? store.revision() : Long.parseLong(asked);
        long seconds = Long.parseLong(call.query().getOrDefault("timeoutSeconds", "300"));
        var until = clock.instant().plusSeconds(seconds);
        Selector selector = Selector.of(call);
        store.since(known, Duration.ofMillis(1));
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        out.flush();
        while (clock.instant().isBefore(until)) {
            for (Store.Change change : store.since(known, BEAT)) {
                known = change.revision();
                if (change.name().resource() == call.resource()
                        && (call.namespace().isEmpty()
                                || change.name().namespace().equals(call.namespace()))
                        && selector.matches(change.object())) {
                    ObjectNode event = Json.object().put("type", change.type());
                    event.set("object", change.object());
                    out.write(Json.write(event));
                    out.write('\n');
                }
            }
            out.flush();
        }
    }

    private static void send(HttpExchange exchange, int code, ObjectNode body) throws IOException {
        respond(exchange, code, "application/json", Json.write(body));
    }

    private static void sendText(HttpExchange exchange, String text) throws IOException {
        respond(exchange, 200, "text/plain", text.getBytes(StandardCharsets.UTF_8));
    }

    private static void respond(HttpExchange exchange, int code, String type, byte[] bytes)
            throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(code, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
