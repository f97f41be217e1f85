package gotthard.kubernetes;

import gotthard.action.Access;
import gotthard.action.Context;
import gotthard.action.Inspector;
import gotthard.action.Inspector.Finding;
import gotthard.action.Inspector.Measure;
import gotthard.action.Unreachable;
import gotthard.inventory.EndpointName;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What an inspection of one cluster asks.
final class ClusterInspection {
    private ClusterInspection() {}

    static List<Finding> of(Context context, EndpointName where, List<Access> access)
            throws Unreachable, InterruptedException {
        ClusterConnection cluster = Targets.open(context, where);
        Answer version = cluster.get("/version");
        Instant now = context.now();
        var findings = new ArrayList<Finding>();
        if (!version.isGood()) {
            var failure = Failures.of(where, "tell its version", version);
            return List.of(new Finding.Bad("reachable", failure.what(), failure.next()));
        }
        findings.add(new Finding.Good("reachable", cluster.server()));
        findings.add(
                new Finding.Good("version", version.body().path("gitVersion").asText("unknown")));
        version.date()
                .flatMap(ClusterInspection::parsed)
                .ifPresent(date -> findings.add(clock(date, now)));
        findings.addAll(Certificates.of(cluster));
        findings.addAll(rights(cluster, access));
        return findings;
    }

    /// The header has whole seconds, cut off.
    private static Finding clock(Instant theirs, Instant ours) {
        return new Finding.Measured(
                "clock", new Measure.ClockAhead(Duration.between(ours, theirs.plusMillis(500))));
    }

    private static Optional<Instant> parsed(String date) {
        try {
            return Optional.of(
                    ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private static List<Finding> rights(ClusterConnection cluster, List<Access> access)
            throws Unreachable, InterruptedException {
        if (access.isEmpty()) {
            return List.of();
        }
        List<Inspector.Lack> lacking = new Rights(cluster).lacking(access);
        if (lacking.isEmpty()) {
            return List.of(
                    new Finding.Good("rights", "all " + access.size() + " that the plan needs"));
        }
        String words =
                lacking.stream().map(Inspector.Lack::right).collect(Collectors.joining(", "));
        return List.of(
                new Finding.Bad(
                        "rights",
                        "missing: " + words,
                        "give them to the user of the kubeconfig's context"));
    }
}
