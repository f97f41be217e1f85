package gotthard.web;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.journal.Entry;
import gotthard.journal.Event;
import gotthard.journal.Journal;
import gotthard.journal.Lease;
import gotthard.journal.RunId;
import gotthard.journal.SqliteJournal;
import gotthard.journal.StoredJournal;
import gotthard.overview.Overview;
import gotthard.overview.Story;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.atomic.AtomicReference;

/// A dashboard on a journal that somebody else writes; its clock stands still, and it ticks when the test says so.
final class Scene implements AutoCloseable {
    static final String OPERATOR = "the-token-of-an-operator";
    static final String VIEWER = "the-token-of-a-viewer";
    static final String METRICS = "the-token-of-a-scraper";
    static final Instant NOW = Instant.parse("2019-11-06T12:00:00Z");

    private final StoredJournal writer;
    private final StoredJournal reader;
    private final Dashboard dashboard;
    private final SynchronousQueue<Boolean> ticks = new SynchronousQueue<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
    private final Map<RunId, Lease> leases = new HashMap<>();
    private final Map<RunId, Long> lasts = new HashMap<>();

    private Scene(Path folder, Settings settings) throws Refused {
        writer = SqliteJournal.open(folder, "0.1.0", new SecureRandom());
        reader = SqliteJournal.open(folder, "0.1.0", new SecureRandom());
        dashboard =
                Dashboard.start(
                        settings,
                        new Dashboard.Means(
                                reader,
                                ((InstantSource) now::get).withZone(ZoneOffset.UTC),
                                ticks::take,
                                new SecureRandom()));
    }

    static Scene in(Path folder) throws Refused {
        return in(folder, settings());
    }

    static Scene in(Path folder, Settings settings) throws Refused {
        return new Scene(folder, settings);
    }

    static Settings settings() {
        return new Settings(
                "127.0.0.1",
                0,
                Set.of("dashboard.example"),
                List.of(
                        Token.of("ada", Role.OPERATOR, OPERATOR),
                        Token.of("wall", Role.VIEWER, VIEWER),
                        Token.of("prometheus", Role.METRICS, METRICS)),
                Optional.empty(),
                false);
    }

    /// What the journal has of a run.
    Overview overview(RunId run) {
        return Overview.of(writer.state(run).orElseThrow(), writer.entries(run, 0), Map.of(), NOW);
    }

    /// The number of a run's last entry.
    long last(RunId run) {
        return lasts.getOrDefault(run, 0L);
    }

    static List<Event> events(Story story, int after) {
        return story.entries().stream().skip(after).map(Entry::event).toList();
    }

    HttpClient client() {
        return client;
    }

    StoredJournal writer() {
        return writer;
    }

    void closeDashboard() {
        dashboard.close();
    }

    int port() {
        return dashboard.port();
    }

    /// Appends what happened in a story.
    RunId write(Story story) {
        RunId run = story.state().id();
        append(run, events(story, 0));
        return run;
    }

    void append(RunId run, List<Event> events) {
        Lease lease = leases.computeIfAbsent(run, this::lease);
        long last = lasts.getOrDefault(run, 0L);
        assertThat(writer.append(lease, last + 1, NOW.minusSeconds(60), events)).isTrue();
        lasts.put(run, last + events.size());
    }

    private Lease lease(RunId run) {
        return ((Journal.Acquired.Granted) writer.acquire(run, "the test")).lease();
    }

    /// Puts its clock on.
    void pass(Duration time) {
        now.updateAndGet(it -> it.plus(time));
    }

    /// Lets the dashboard look once.
    void tick() throws InterruptedException {
        ticks.put(true);
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder(at(path)).header("Authorization", "Bearer " + token).GET());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(at(path)).GET());
    }

    HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        dashboard.close();
        client.close();
        reader.close();
        writer.close();
    }
}
