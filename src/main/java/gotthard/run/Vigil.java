package gotthard.run;

import gotthard.action.Meter;
import gotthard.action.Unreachable;
import gotthard.graph.Protected;
import gotthard.inventory.EndpointName;
import gotthard.inventory.MetricSignal;
import gotthard.inventory.SiteName;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// Asks every two seconds what the protected sites measure, each signal in a thread of its own so that a slow one delays no other, and
/// tells the loop when a site is to be spared and when it is well again.
final class Vigil implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Vigil.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Means means;
    private final List<Thread> threads = new ArrayList<>();

    private Vigil(Means means) {
        this.means = means;
    }

    /// What it works with.
    ///
    /// @param tell where it puts what the loop is to hear; from any thread
    record Means(
            Connections connections, InstantSource clock, Sleep sleep, Consumer<Signal> tell) {}

    /// Begins to ask.
    ///
    /// @param spared sites that the run spares already; those that are not protected any more are let go at once
    static Vigil begin(Map<SiteName, Protected> protections, Set<SiteName> spared, Means means) {
        var vigil = new Vigil(means);
        for (SiteName site : spared) {
            if (!protections.containsKey(site) || protections.get(site).pauseWhen().isEmpty()) {
                means.tell().accept(new Signal.SiteResumed(site));
            }
        }
        protections.forEach((site, it) -> vigil.watch(site, it, spared.contains(site)));
        vigil.threads.forEach(Thread::start);
        return vigil;
    }

    private void watch(SiteName site, Protected protection, boolean isSpared) {
        if (protection.pauseWhen().isEmpty()) {
            return;
        }
        var watch = new SiteWatch(site, protection.pauseWhen(), isSpared);
        Meter meter = Meter.installed();
        for (MetricSignal signal : protection.pauseWhen()) {
            threads.add(
                    Thread.ofVirtual()
                            .name(site + " " + signal.name())
                            .unstarted(() -> ask(meter, site, signal, watch)));
        }
    }

    private void ask(Meter meter, SiteName site, MetricSignal signal, SiteWatch watch) {
        try {
            while (true) {
                Reading reading = reading(meter, site, signal);
                watch.hear(signal, reading, means.clock().instant()).ifPresent(means.tell());
                means.sleep().sleep(PAUSE);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private Reading reading(Meter meter, SiteName site, MetricSignal signal)
            throws InterruptedException {
        try {
            var readings = means.connections().open(meter, EndpointName.metrics(site));
            return Reading.of(signal, readings.ask(signal.query()));
        } catch (Unreachable e) {
            return new Reading.Nothing(e.failure().what());
        } catch (RuntimeException e) {
            LOG.atError().addKeyValue("signal", signal.name()).setCause(e).log("a bug");
            return new Reading.Nothing("a defect of Gotthard: " + e);
        }
    }

    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
    }
}
