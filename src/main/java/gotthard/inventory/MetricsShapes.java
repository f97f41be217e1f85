package gotthard.inventory;

import gotthard.shape.Parsed;
import gotthard.shape.Shape;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// How it is written what a site measures.
final class MetricsShapes {
    private static final Shape<BigDecimal> NUMBER =
            Shape.text().parse("a number", MetricsShapes::number);

    private static final Shape<Written.Signal> SIGNAL =
            Shape.<Written.Signal>object(
                            fields -> {
                                var query =
                                        fields.required(
                                                "query", Shape.text(), "what to ask, in PromQL");
                                var above =
                                        fields.maybe("above", NUMBER, "it is bad above this value");
                                var below =
                                        fields.maybe("below", NUMBER, "it is bad below this value");
                                var lasting =
                                        fields.optional(
                                                "for",
                                                Shape.duration(),
                                                Duration.ZERO,
                                                "how long it must be bad before that counts, and good before that does");
                                return values ->
                                        new Written.Signal(
                                                values.of(query),
                                                values.of(above),
                                                values.of(below),
                                                values.of(lasting));
                            })
                    .where(
                            signal -> signal.above().isPresent() != signal.below().isPresent(),
                            "a signal has one limit; write either \"above:\" or \"below:\"")
                    .named(
                            "Signal",
                            "Something that is measured, and how much of it is too much or too little.");

    static final Shape<Written.Metrics> METRICS =
            Shape.object(
                    fields -> {
                        var prometheus =
                                fields.required(
                                        "prometheus",
                                        WebAddress.SHAPE,
                                        "the address of a Prometheus server, or of what speaks its HTTP API");
                        var signals =
                                fields.required(
                                        "signals",
                                        Shape.mapOf(Shape.name().map(SignalName::new), SIGNAL),
                                        "what plans may protect the site by, by name");
                        return values ->
                                new Written.Metrics(values.of(prometheus), values.of(signals));
                    });

    private MetricsShapes() {}

    static Endpoint.Metrics metrics(SiteName site, Written.Metrics written) {
        Map<SignalName, MetricSignal> signals = new java.util.LinkedHashMap<>();
        written.signals().forEach((name, signal) -> signals.put(name, signal(name, signal)));
        return new Endpoint.Metrics(EndpointName.metrics(site), written.prometheus(), signals);
    }

    private static MetricSignal signal(SignalName name, Written.Signal written) {
        Optional<BigDecimal> above = written.above();
        return new MetricSignal(
                name,
                written.query(),
                above.isPresent() ? MetricSignal.Side.ABOVE : MetricSignal.Side.BELOW,
                above.or(written::below).orElseThrow(),
                written.lasting());
    }

    private static Parsed<BigDecimal> number(String text) {
        return text.matches("-?[0-9]{1,15}([.][0-9]{1,9})?")
                ? Parsed.good(new BigDecimal(text))
                : Parsed.bad("is none; write 0.5");
    }
}
