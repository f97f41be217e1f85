package gotthard.mover;

import gotthard.transfer.report.Report;

import java.util.OptionalLong;

/// What a mover measures, in the text format 0.0.4 of Prometheus.
final class Metrics {
    private final StringBuilder text = new StringBuilder();
    private final String labels;

    private Metrics(Report report) {
        this.labels = "{role=\"" + report.role().word() + "\",shard=\"" + report.shard() + "\"}";
    }

    static String of(Report report, long sessions, OptionalLong rate) {
        var metrics = new Metrics(report);
        metrics.put(
                "listed_files",
                "gauge",
                "Files of the source, as far as they were listed.",
                report.listed().files());
        metrics.put("listed_bytes", "gauge", "Bytes of these.", report.listed().bytes());
        metrics.put(
                "wanted_files", "gauge", "Files that the target lacked.", report.wanted().files());
        metrics.put("wanted_bytes", "gauge", "Bytes of these.", report.wanted().bytes());
        metrics.put(
                "placed_files_total",
                "counter",
                "Files that got their names at the target.",
                report.placed().files());
        metrics.put("placed_bytes_total", "counter", "Bytes of these.", report.placed().bytes());
        metrics.put(
                "failed",
                "gauge",
                "Things that are not at the target as at the source.",
                report.failed());
        metrics.put(
                "sent_bytes_total",
                "counter",
                "Bytes that this end has put on lines.",
                report.sentBytes());
        metrics.put("sessions_total", "counter", "Sessions that were begun.", sessions);
        if (rate.isPresent()) {
            metrics.put(
                    "rate_limit_bytes",
                    "gauge",
                    "Bytes a second that may go; without it, all.",
                    rate.getAsLong());
        }
        return metrics.text.toString().stripTrailing();
    }

    private void put(String name, String type, String help, long value) {
        String full = "gotthard_mover_" + name;
        text.append("# HELP ").append(full).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(full).append(' ').append(type).append('\n');
        text.append(full).append(labels).append(' ').append(value).append('\n');
    }
}
