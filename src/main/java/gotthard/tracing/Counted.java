package gotthard.tracing;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;

import java.util.Collection;
import java.util.concurrent.atomic.AtomicLong;

/// Counts what could not be sent.
final class Counted {
    private final AtomicLong lost = new AtomicLong();

    long lost() {
        return lost.get();
    }

    SpanExporter around(SpanExporter exporter) {
        return new SpanExporter() {
            @Override
            public CompletableResultCode export(Collection<SpanData> spans) {
                CompletableResultCode sent = exporter.export(spans);
                sent.whenComplete(
                        () -> {
                            if (!sent.isSuccess()) {
                                lost.addAndGet(spans.size());
                            }
                        });
                return sent;
            }

            @Override
            public CompletableResultCode flush() {
                return exporter.flush();
            }

            @Override
            public CompletableResultCode shutdown() {
                return exporter.shutdown();
            }
        };
    }
}
