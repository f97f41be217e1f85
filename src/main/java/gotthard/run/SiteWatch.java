package gotthard.run;

import gotthard.inventory.MetricSignal;
import gotthard.inventory.SiteName;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Whether a site is to be spared, by all of its signals.
final class SiteWatch {
    private final SiteName site;
    private final Map<MetricSignal, Gauge> gauges = new LinkedHashMap<>();
    private boolean isSpared;

    /// @param isSpared whether the run has it so already
    SiteWatch(SiteName site, List<MetricSignal> signals, boolean isSpared) {
        this.site = site;
        this.isSpared = isSpared;
        signals.forEach(signal -> gauges.put(signal, new Gauge(signal)));
    }

    /// What the loop is to hear, if anything has changed. From any thread.
    synchronized Optional<Signal> hear(MetricSignal signal, Reading reading, Instant now) {
        Gauge gauge = gauges.get(signal);
        if (gauge == null) {
            return Optional.empty();
        }
        gauge.hear(reading, now);
        if (!isSpared) {
            return gauges.values().stream()
                    .flatMap(one -> one.bad().stream())
                    .findFirst()
                    .map(
                            pause -> {
                                isSpared = true;
                                return new Signal.SitePaused(site, pause);
                            });
        }
        if (gauges.values().stream().allMatch(Gauge::isWell)) {
            isSpared = false;
            return Optional.of(new Signal.SiteResumed(site));
        }
        return Optional.empty();
    }
}
