package gotthard.mover;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

import gotthard.transfer.Refused;
import gotthard.transfer.report.ReportText;
import gotthard.transfer.stream.ChangingRate;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// What a mover shows while it works, over HTTPS with its own certificate: anybody may look, and who knows the token may change the
/// rate.
final class Face implements Closeable {
    private static final String TOKEN = "X-Gotthard-Token";
    private static final int LONGEST = 64;
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    private final HttpsServer server;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final Credentials credentials;
    private final Account account;
    private final ChangingRate rate;
    private final Voice voice;

    private Face(
            HttpsServer server,
            Credentials credentials,
            Account account,
            ChangingRate rate,
            Voice voice) {
        this.server = server;
        this.credentials = credentials;
        this.account = account;
        this.rate = rate;
        this.voice = voice;
    }

    static Face open(
            Command command,
            Credentials credentials,
            Account account,
            ChangingRate rate,
            Voice voice)
            throws Refused {
        int port = command.network().control();
        try {
            var server = HttpsServer.create(new InetSocketAddress(port), 0);
            var face = new Face(server, credentials, account, rate, voice);
            face.start();
            return face;
        } catch (IOException taken) {
            throw new Refused(
                    "port " + port + " can't be opened: " + taken.getMessage(),
                    "end what has it, or give another with --control");
        }
    }

    /// Waits for nobody who still asks: their lines are closed.
    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }

    private void start() {
        server.setHttpsConfigurator(new HttpsConfigurator(credentials.open()));
        server.setExecutor(executor);
        server.createContext("/", this::answer);
        voice.say("HTTP at port " + server.getAddress().getPort());
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer =
                    answer(
                            exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath(),
                            exchange);
            byte[] body = (answer.body() + "\n").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Answer answer(String asked, HttpExchange exchange) throws IOException {
        return switch (asked) {
            case "GET /healthz" -> Answer.text(OK, "ok");
            case "GET /progress" ->
                    new Answer(OK, "application/json", ReportText.of(account.running()));
            case "GET /metrics" ->
                    new Answer(
                            OK,
                            "text/plain; version=0.0.4; charset=utf-8",
                            Metrics.of(account.running(), account.sessions(), rate.rate()));
            case "PUT /rate" -> put(exchange);
            default ->
                    Answer.text(
                            NOT_FOUND,
                            "there is no "
                                    + asked
                                    + "; ask for GET /healthz, /progress, /metrics or PUT /rate");
        };
    }

    private Answer put(HttpExchange exchange) throws IOException {
        String claimed =
                Optional.ofNullable(exchange.getRequestHeaders().getFirst(TOKEN)).orElse("");
        if (!credentials.isToken(claimed)) {
            return Answer.text(
                    FORBIDDEN,
                    "the header " + TOKEN + " is not the token of this mover; nothing was changed");
        }
        var body =
                new String(
                        exchange.getRequestBody().readNBytes(LONGEST), StandardCharsets.US_ASCII);
        Optional<OptionalLong> wanted = Rates.read(body.strip());
        if (wanted.isEmpty()) {
            return Answer.text(
                    BAD_REQUEST, "that is no rate; send whole bytes a second, 0 to pause, or none");
        }
        rate.change(wanted.get());
        voice.say("the rate is " + Rates.shown(wanted.get()) + " from now on");
        return Answer.text(OK, Rates.shown(wanted.get()));
    }

    private record Answer(int status, String type, String body) {
        static Answer text(int status, String body) {
            return new Answer(status, "text/plain; charset=utf-8", body);
        }
    }
}
