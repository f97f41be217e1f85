package gotthard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/// Runs as traces, sent to a collector where the environment names one.
final class TracesTest {
    private static final int GOOD = 200;
    private static final int BAD = 400;

    @TempDir private Path folder;

    @Test
    void tellOfARunAndOfEachOfItsStepsInOneTrace() throws Exception {
        try (var collector = new Collector(GOOD)) {
            Typed apply = apply(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", collector.address()));

            assertThat(apply.exit()).as(apply.transcript()).isEqualTo(Exit.DONE);
            List<Span> spans = collector.spans();
            Span run = named(spans, "run foundation");
            assertThat(collector.service()).isEqualTo("gotthard");
            assertThat(run.getParentSpanId().isEmpty()).isTrue();
            assertThat(spans)
                    .extracting(Span::getName)
                    .containsExactlyInAnyOrder(
                            "run foundation",
                            "check ready",
                            "apply platform[zurich-1]",
                            "verify platform[zurich-1]",
                            "apply platform[zurich-2]",
                            "verify platform[zurich-2]",
                            "check status[zurich-1]",
                            "check status[zurich-2]");
            assertThat(spans).allMatch(span -> span.getTraceId().equals(run.getTraceId()));
            assertThat(spans)
                    .filteredOn(span -> !span.equals(run))
                    .allMatch(span -> span.getParentSpanId().equals(run.getSpanId()))
                    .allMatch(span -> span.getStartTimeUnixNano() >= run.getStartTimeUnixNano())
                    .allMatch(span -> span.getEndTimeUnixNano() <= run.getEndTimeUnixNano())
                    .allMatch(span -> span.getStartTimeUnixNano() <= span.getEndTimeUnixNano())
                    .allMatch(
                            span ->
                                    span.getStatus().getCode()
                                            != Status.StatusCode.STATUS_CODE_ERROR);
            assertThat(attribute(run, "gotthard.ending")).isEqualTo("done");
        }
    }

    @Test
    void holdNothingUpWhereNobodyTakesThem() throws Exception {
        try (var collector = new Collector(BAD)) {
            Typed apply = apply(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", collector.address()));

            assertThat(apply.exit()).as(apply.transcript()).isEqualTo(Exit.DONE);
            assertThat(apply.out())
                    .contains(
                            collector.spans().size()
                                    + " spans of the trace could not be sent; look at what OTEL_EXPORTER_OTLP_ENDPOINT names.");
        }
    }

    @Test
    void areNotSentWhereTheEnvironmentSaysWhatCannotBe() {
        Typed apply = apply(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "not an address"));

        assertThat(apply.exit()).as(apply.transcript()).isEqualTo(Exit.DONE);
        assertThat(apply.out())
                .contains("no traces are sent: ", "not an address", "correct the variables OTEL_…");
    }

    @Test
    void areNotSentUnlessTheyAreAskedFor() throws Exception {
        try (var collector = new Collector(GOOD)) {
            Typed apply = apply(Map.of("OTEL_SERVICE_NAME", "mine"));

            assertThat(apply.exit()).as(apply.transcript()).isEqualTo(Exit.DONE);
            assertThat(collector.spans()).isEmpty();
        }
    }

    private Typed apply(Map<String, String> environment) {
        return Typed.in(
                Clock.systemUTC(),
                environment,
                "apply",
                Workplace.FOUNDATION,
                "--state",
                folder.resolve("state").toString());
    }

    private static Span named(List<Span> spans, String name) {
        return spans.stream().filter(span -> span.getName().equals(name)).findFirst().orElseThrow();
    }

    private static String attribute(Span span, String name) {
        return span.getAttributesList().stream()
                .filter(one -> one.getKey().equals(name))
                .findFirst()
                .orElseThrow()
                .getValue()
                .getStringValue();
    }
}
