package gotthard.notice;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Brings notices to one endpoint, in their order, in a thread of its own. What can't be brought is tried again for a while; nothing waits
/// for it but the end of the process, and that not for long.
final class Delivery implements AutoCloseable {
    private static final int MOST_WAITING = 256;
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration TICK = Duration.ofMillis(200);

    /// How long the end of the process waits.
    private static final Duration AT_END = Duration.ofSeconds(5);

    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY = 429;

    private final Endpoint endpoint;
    private final Time time;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(ANSWER)
                    .build();
    private final Deque<Notice> waiting = new ArrayDeque<>();
    private final List<String> lost = new ArrayList<>();
    private final Thread thread;
    private boolean isClosing;

    Delivery(Endpoint endpoint, Time time) {
        this.endpoint = endpoint;
        this.time = time;
        thread = Thread.ofVirtual().name("notices to " + endpoint.name()).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /// Never waits: of too many, the oldest is given up.
    synchronized void take(Notice notice) {
        if (!endpoint.told().contains(notice.occasion())) {
            return;
        }
        if (waiting.size() >= MOST_WAITING) {
            lose(waiting.removeFirst(), "too many were waiting");
        }
        waiting.addLast(notice);
        notifyAll();
    }

    /// What was not brought, in words; all after [#close].
    synchronized List<String> lost() {
        return List.copyOf(lost);
    }

    /// Gives what waits a few seconds more; a window that is still far is not told any more.
    @Override
    public void close() {
        synchronized (this) {
            isClosing = true;
            waiting.removeIf(notice -> notice.due().isAfter(time.now()));
            notifyAll();
        }
        boolean isInterrupted = false;
        try {
            if (!thread.join(AT_END)) {
                thread.interrupt();
                thread.join();
            }
        } catch (InterruptedException asked) {
            isInterrupted = true;
            thread.interrupt();
        }
        client.shutdownNow();
        synchronized (this) {
            waiting.forEach(notice -> lose(notice, "this process ended"));
            waiting.clear();
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            Notice next = next();
            while (next != null) {
                bring(next);
                next = next();
            }
        } catch (InterruptedException _) {
            return; // the process ends
        }
    }

    /// The first that is due; null at the end.
    private synchronized @org.jspecify.annotations.Nullable Notice next()
            throws InterruptedException {
        while (true) {
            Instant now = time.now();
            for (Notice notice : waiting) {
                if (!notice.due().isAfter(now)) {
                    return notice;
                }
            }
            if (isClosing) {
                return null;
            }
            wait(TICK.toMillis());
        }
    }

    private void bring(Notice notice) throws InterruptedException {
        Instant until = time.now().plus(PATIENCE);
        Duration pause = FIRST_PAUSE;
        while (true) {
            Answer answer = send(notice);
            if (answer instanceof Answer.Taken) {
                done(notice);
                return;
            }
            if (answer instanceof Answer.Refused(var why)) {
                giveUp(notice, why);
                return;
            }
            if (answer instanceof Answer.Silent(var why) && time.now().plus(pause).isAfter(until)) {
                giveUp(notice, why);
                return;
            }
            time.pause(pause);
            pause =
                    pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0
                            ? LONGEST_PAUSE
                            : pause.multipliedBy(2);
        }
    }

    private sealed interface Answer {
        record Taken() implements Answer {}

        /// Another attempt would end the same.
        record Refused(String why) implements Answer {}

        record Silent(String why) implements Answer {}
    }

    private Answer send(Notice notice) throws InterruptedException {
        try {
            HttpResponse<Void> response =
                    client.send(request(notice), HttpResponse.BodyHandlers.discarding());
            return judged(response.statusCode());
        } catch (IOException broken) {
            return new Answer.Silent("it does not answer: " + broken.getClass().getSimpleName());
        }
    }

    private static Answer judged(int status) {
        if (status / 100 == 2) {
            return new Answer.Taken();
        }
        String why = "it answers with " + status;
        return status / 100 == 5 || status == REQUEST_TIMEOUT || status == TOO_MANY
                ? new Answer.Silent(why)
                : new Answer.Refused(why);
    }

    private HttpRequest request(Notice notice) {
        String body = endpoint.look().body(notice);
        long timestamp = time.now().getEpochSecond();
        URI uri = endpoint.url().revealText(text -> URI.create(text.toString()));
        var request =
                HttpRequest.newBuilder(uri)
                        .timeout(ANSWER)
                        .header("content-type", "application/json")
                        .header("webhook-id", notice.id())
                        .header("webhook-timestamp", Long.toString(timestamp))
                        .POST(HttpRequest.BodyPublishers.ofString(body));
        endpoint.key()
                .ifPresent(
                        key ->
                                request.header(
                                        "webhook-signature",
                                        new Signing(key).signature(notice.id(), timestamp, body)));
        return request.build();
    }

    private synchronized void done(Notice notice) {
        waiting.remove(notice);
    }

    private synchronized void giveUp(Notice notice, String why) {
        if (waiting.remove(notice)) {
            lose(notice, why);
        }
    }

    private void lose(Notice notice, String why) {
        lost.add(
                "the hook %s was not told of %s (%s): %s"
                        .formatted(endpoint.name(), notice.id(), notice.occasion().word(), why));
    }
}
