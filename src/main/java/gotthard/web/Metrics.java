package gotthard.web;

import gotthard.journal.Ending;
import gotthard.overview.Overview;
import gotthard.overview.Stage;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/// What is measured, as Prometheus reads it (text format 0.0.4). Steps, and what waits, are those of each plan's latest run.
final class Metrics {
    static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final StringBuilder text = new StringBuilder();
    private final Map<String, Overview> latest = new LinkedHashMap<>();
    private final Map<String, Long> endings = new TreeMap<>();
    private long damaged;

    private Metrics() {}

    /// @param feeds the latest first
    static String of(List<Feed> feeds, int streams, Instant now) {
        var metrics = new Metrics();
        feeds.forEach(metrics::count);
        metrics.write(streams, now);
        return metrics.text.toString();
    }

    private void count(Feed feed) {
        if (feed.damage().isPresent()) {
            damaged++;
            return;
        }
        Overview overview = feed.look().overview();
        endings.merge(overview.run().ending().map(Metrics::word).orElse("underway"), 1L, Long::sum);
        latest.putIfAbsent(overview.run().plan().value(), overview);
    }

    private static String word(Ending ending) {
        return ending.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void write(int streams, Instant now) {
        head("gotthard_runs", "Runs, by how they ended.");
        endings.forEach((ending, count) -> line("gotthard_runs", "ending", ending, count));
        head("gotthard_steps", "Steps of the latest run of each plan, by where they stand.");
        latest.forEach(this::steps);
        each(
                "gotthard_waiting",
                "Steps that wait for somebody or something.",
                it -> it.waiting().size());
        each(
                "gotthard_compared_things",
                "Files, objects and other things that verifications of copies that stand have compared.",
                it -> it.matrix().compared().things());
        each(
                "gotthard_compared_bytes",
                "Bytes that verifications of copies that stand have compared.",
                it -> it.matrix().compared().bytes());
        each(
                "gotthard_seconds_since_last_entry",
                "Seconds since something was last recorded of the run.",
                it -> Math.max(0, Duration.between(it.run().last(), now).toSeconds()));
        head("gotthard_damaged_runs", "Runs whose journal can't be believed.");
        text.append("gotthard_damaged_runs ").append(damaged).append('\n');
        head("gotthard_open_streams", "Streams of events that somebody reads.");
        text.append("gotthard_open_streams ").append(streams).append('\n');
    }

    private void steps(String plan, Overview overview) {
        for (Stage stage : Stage.values()) {
            text.append("gotthard_steps{plan=\"")
                    .append(escaped(plan))
                    .append("\",state=\"")
                    .append(stage.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .append("\"} ")
                    .append(overview.run().count(stage))
                    .append('\n');
        }
    }

    private void each(String name, String help, ToLongFunction<Overview> value) {
        head(name, help);
        latest.forEach((plan, overview) -> line(name, "plan", plan, value.applyAsLong(overview)));
    }

    private void head(String name, String help) {
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(" gauge\n");
    }

    private void line(String name, String label, String value, long count) {
        text.append(name)
                .append('{')
                .append(label)
                .append("=\"")
                .append(escaped(value))
                .append("\"} ")
                .append(count)
                .append('\n');
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
