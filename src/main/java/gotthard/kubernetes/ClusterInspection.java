package gotthard.kubernetes;

import com.fasterxml.jackson.databind.node.ObjectNode;

import gotthard.action.Access;
import gotthard.action.Context;
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

/// What an inspection of one cluster asks.
final class ClusterInspection {
    private static final String REVIEWS = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";

    private ClusterInspection() {}

    /// A right in the words of a `SelfSubjectAccessReview`.
    private record Right(String verb, Access.Kubernetes access) {
        ObjectNode review() {
            ObjectNode review =
                    Json.object()
                            .put("apiVersion", "authorization.k8s.io/v1")
                            .put("kind", "SelfSubjectAccessReview");
            String[] resource = access.resource().split("/", 2);
            ObjectNode attributes =
                    review.withObject("/spec/resourceAttributes")
                            .put("verb", verb)
                            .put("group", access.apiGroup())
                            .put("resource", resource[0])
                            .put("namespace", access.namespace());
            if (resource.length > 1) {
                attributes.put("subresource", resource[1]);
            }
            return review;
        }

        @Override
        public String toString() {
            String group = access.apiGroup().isEmpty() ? "" : "." + access.apiGroup();
            String place =
                    access.namespace().isEmpty() ? "" : " in namespace " + access.namespace();
            return verb + " " + access.resource() + group + place;
        }
    }

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
        List<Right> wanted =
                access.stream()
                        .filter(Access.Kubernetes.class::isInstance)
                        .map(Access.Kubernetes.class::cast)
                        .flatMap(
                                one ->
                                        one.verbs().stream()
                                                .sorted()
                                                .map(verb -> new Right(verb, one)))
                        .distinct()
                        .toList();
        if (wanted.isEmpty()) {
            return List.of();
        }
        List<Answer> answers = Parallel.map(wanted, right -> cluster.post(REVIEWS, right.review()));
        var missing = new ArrayList<String>();
        for (int i = 0; i < wanted.size(); i++) {
            if (!answers.get(i).body().at("/status/allowed").asBoolean()) {
                missing.add(wanted.get(i).toString());
            }
        }
        return List.of(
                missing.isEmpty()
                        ? new Finding.Good(
                                "rights", "all " + wanted.size() + " that the plan needs")
                        : new Finding.Bad(
                                "rights",
                                "missing: " + String.join(", ", missing),
                                "give them to the user of the kubeconfig's context"));
    }
}
