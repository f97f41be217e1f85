package gotthard.bench;

import gotthard.journal.RunId;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A dashboard: it reads events until its connection is cut, comes back with the last one that it has, and asks for the changed parts of the
/// page once a second, as a browser does.
final class Watcher implements Runnable {
    private static final Pattern AT = Pattern.compile("\"at\":\"([^\"]+)\"");
    private static final int LONGEST_MILLIS = 12_000;
    private static final int AWAY_MILLIS = 3_000;
    private static final int LONG_AWAY_MILLIS = 20_000;

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI events;
    private final String parts;
    private final Random random;
    private final AtomicLong end = new AtomicLong(Long.MAX_VALUE);
    private long received;
    private long last;
    private long lost;
    private long repeated;
    private long reconnects;
    private long asked;
    private long slowestParts;
    private Duration longest = Duration.ZERO;
    private Instant lastParts = Instant.EPOCH;

    Watcher(int port, RunId run, long seed) {
        String at = "http://127.0.0.1:" + port;
        events = URI.create(at + "/api/v1/runs/" + run + "/events");
        parts = at + "/runs/" + run + "/parts?since=";
        random = new Random(seed);
    }

    /// It leaves when it has this entry.
    void endAt(long entry) {
        end.set(entry);
    }

    @Override
    public void run() {
        try {
            while (last < end.get()) {
                listen();
                reconnects++;
                boolean isLong = random.nextInt(10) == 0;
                Thread.sleep(random.nextInt(isLong ? LONG_AWAY_MILLIS : AWAY_MILLIS));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest.Builder to(URI address) {
        return HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + ServeBenchmark.TOKEN);
    }

    private void listen() throws IOException, InterruptedException {
        Instant opened = Instant.now();
        Instant cut = opened.plusMillis(random.nextInt(LONGEST_MILLIS));
        HttpResponse<InputStream> answer =
                client.send(
                        to(events).header("Last-Event-ID", Long.toString(last)).build(),
                        HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
            String line = lines.readLine();
            while (line != null && Instant.now().isBefore(cut) && last < end.get()) {
                if (line.startsWith("id: ")) {
                    take(Long.parseLong(line.substring(4)));
                } else if (line.startsWith("data: ")) {
                    time(line, opened);
                }
                line = lines.readLine();
            }
        }
    }

    private void take(long seq) throws IOException, InterruptedException {
        received++;
        if (seq <= last) {
            repeated++;
            return;
        }
        lost += seq - last - 1;
        long before = last;
        last = seq;
        if (Instant.now().isAfter(lastParts.plusSeconds(1))) {
            refresh(before);
        }
    }

    private void refresh(long since) throws IOException, InterruptedException {
        Instant began = Instant.now();
        int status =
                client.send(
                                to(URI.create(parts + since)).build(),
                                HttpResponse.BodyHandlers.ofString())
                        .statusCode();
        if (status != 200) {
            throw new IOException("the parts of the page: " + status);
        }
        asked++;
        lastParts = Instant.now();
        slowestParts = Math.max(slowestParts, Duration.between(began, lastParts).toMillis());
    }

    /// How late what was recorded while it listened.
    private void time(String data, Instant opened) {
        Matcher at = AT.matcher(data);
        if (at.find() && Instant.parse(at.group(1)).isAfter(opened)) {
            Duration late = Duration.between(Instant.parse(at.group(1)), Instant.now());
            longest = late.compareTo(longest) > 0 ? late : longest;
        }
    }

    String told(long written) {
        return ("%,d entries written, %,d received, %d lost, %d repeated, %d missing at the end; %d reconnects; "
                        + "latest after %d ms; parts asked for %d times, at most %d ms")
                .formatted(
                        written,
                        received,
                        lost,
                        repeated,
                        written - last,
                        reconnects,
                        longest.toMillis(),
                        asked,
                        slowestParts);
    }
}
