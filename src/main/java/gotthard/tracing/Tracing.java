package gotthard.tracing;

import gotthard.action.Progress;
import gotthard.graph.StepId;
import gotthard.journal.Event;
import gotthard.journal.RunState;
import gotthard.run.RunObserver;

import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigurationException;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Sends traces of runs where the environment says so, in the words of
/// [OpenTelemetry](https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/): nothing is sent unless
/// `OTEL_EXPORTER_OTLP_ENDPOINT` or `OTEL_EXPORTER_OTLP_TRACES_ENDPOINT` is set. A run never waits for it: what can't be sent is counted.
public final class Tracing implements RunObserver, AutoCloseable {
    private static final List<String> ENDPOINTS =
            List.of("OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT");
    private static final int SECONDS_AT_END = 5;

    /// Its own words about what it can't send; held, since a logger that nobody holds forgets its level.
    private static final Logger ITS_LOGGER = Logger.getLogger("io.opentelemetry");

    private final OpenTelemetrySdk sdk;
    private final Counted exporting;
    private final Spans spans;

    private Tracing(OpenTelemetrySdk sdk, Counted exporting, Spans spans) {
        this.sdk = sdk;
        this.exporting = exporting;
        this.spans = spans;
    }

    /// Empty where no traces are asked for.
    ///
    /// @param environment all variables of the process
    /// @param version of this program
    public static Optional<Tracing> of(Map<String, String> environment, String version)
            throws Misconfigured {
        if (ENDPOINTS.stream().allMatch(name -> environment.getOrDefault(name, "").isBlank())) {
            return Optional.empty();
        }
        ITS_LOGGER.setLevel(Level.OFF);
        var ids = new TraceIds();
        var exporting = new Counted();
        try {
            OpenTelemetrySdk sdk =
                    AutoConfiguredOpenTelemetrySdk.builder()
                            .disableShutdownHook()
                            .addPropertiesSupplier(() -> properties(environment))
                            .addTracerProviderCustomizer(
                                    (provider, _) -> provider.setIdGenerator(ids))
                            .addSpanExporterCustomizer((exporter, _) -> exporting.around(exporter))
                            .build()
                            .getOpenTelemetrySdk();
            return Optional.of(
                    new Tracing(
                            sdk, exporting, new Spans(sdk.getTracer("gotthard", version), ids)));
        } catch (ConfigurationException bad) {
            throw new Misconfigured(String.valueOf(bad.getMessage()), bad);
        }
    }

    @Override
    public void changed(RunState state) {
        spans.changed(state);
    }

    @Override
    public void changed(RunState state, List<Event> events) {
        spans.changed(state, events);
    }

    @Override
    public void progressed(StepId step, Progress progress) {
        spans.progressed(step, progress);
    }

    /// How many spans could not be sent; all after [#close].
    public long lost() {
        return exporting.lost();
    }

    /// Sends what is left, for some seconds at most.
    @Override
    public void close() {
        sdk.getSdkTracerProvider().shutdown().join(SECONDS_AT_END, TimeUnit.SECONDS);
        sdk.close();
    }

    /// Variables as properties, with what this program means where they say nothing.
    private static Map<String, String> properties(Map<String, String> environment) {
        var properties = new HashMap<String, String>();
        properties.put("otel.service.name", "gotthard");
        properties.put("otel.exporter.otlp.protocol", "http/protobuf");
        properties.put("otel.metrics.exporter", "none");
        properties.put("otel.logs.exporter", "none");
        environment.forEach(
                (name, value) -> {
                    if (name.startsWith("OTEL_")) {
                        properties.put(name.toLowerCase(Locale.ROOT).replace('_', '.'), value);
                    }
                });
        return properties;
    }
}
