package gotthard.tracing;

import gotthard.journal.RunId;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.sdk.trace.IdGenerator;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/// Identifiers of traces and spans. Those of a run follow from its name, so that all processes that carry it on tell of one trace.
final class TraceIds implements IdGenerator {
    private static final int TRACE_BYTES = 16;
    private static final int SPAN_BYTES = 8;

    private Optional<SpanContext> next = Optional.empty();

    /// Of the span of a whole run.
    static SpanContext of(RunId run) {
        byte[] digest = sha256(run.value().getBytes(StandardCharsets.UTF_8));
        var hex = HexFormat.of();
        return SpanContext.createFromRemoteParent(
                hex.formatHex(digest, 0, TRACE_BYTES),
                hex.formatHex(digest, TRACE_BYTES, TRACE_BYTES + SPAN_BYTES),
                TraceFlags.getSampled(),
                TraceState.getDefault());
    }

    /// The next span without a parent gets these.
    void give(SpanContext identifiers) {
        next = Optional.of(identifiers);
    }

    @Override
    public String generateSpanId() {
        return next.map(SpanContext::getSpanId)
                .orElseGet(() -> IdGenerator.random().generateSpanId());
    }

    /// Asked for after that of the span.
    @Override
    public String generateTraceId() {
        String id =
                next.map(SpanContext::getTraceId)
                        .orElseGet(() -> IdGenerator.random().generateTraceId());
        next = Optional.empty();
        return id;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
